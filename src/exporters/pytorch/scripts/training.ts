import type { Training } from '../../../document/training';
import { scheduleRecord } from '../../../document/training/schedules';
import { settingNumbers } from '../../../document/training/trainingChoices';
import type { Clipping } from '../../../training/everyOptimizer';
import { clippingOf } from '../training/clippingOf';
import { clipText, shrinkText } from './beforeStep';
import { constraintsText } from './constraints';

/** `training.py`, with what is done to gradients and weights before a step. */
const trainingText = (
  clipping: Clipping | null,
  decays: boolean,
  follows: boolean,
) => `"""One step, one epoch and one look at the data, as the editor and Keras make them."""

from dataclasses import dataclass, field
from pathlib import Path

import torch
from safetensors import SafetensorError
from torch import Tensor
from torch.optim import Optimizer

import losses
import metrics
${follows ? 'import schedule\n' : ''}import settings
from data import Samples
from model import Model, load_model

EPSILON = 1e-7


def read_model(path: Path) -> Model:
    """The model with the weights of a file. Ends with words where they are not its own."""
    try:
        return load_model(path)
    except (OSError, RuntimeError, SafetensorError) as error:
        said = " ".join(str(error).split())[:300]
        raise SystemExit(f"{path} has no weights of this model: {said}") from None


${constraintsText}

@torch.no_grad()
def hold(model: Model) -> None:
    """Brings weights back to their limits after a step."""
    for name, view, order, constraint, limits in settings.CONSTRAINTS:
        parameter = model.get_parameter(name)
        if parameter.grad is None:
            continue
        form = (parameter if view is None else parameter.view(view)).permute(order)
        form.copy_(limited(form, constraint, limits))


${clipping ? `${clipText[clipping]}\n\n` : ''}${decays ? `${shrinkText}\n\n` : ''}def penalties(model: Model) -> Tensor | float:
    """What regularizers add to the loss."""
    total: Tensor | float = 0.0
    for name, l1, l2 in settings.PENALTIES:
        weight = model.get_parameter(name)
        total = total + l1 * weight.abs().sum() + l2 * weight.square().sum()
    for module in model.modules():
        total = total + getattr(module, "penalty", 0.0)
    return total


@dataclass
class Sums:
    """What is added up over the batches of an epoch."""

    samples: int = 0
    loss: float = 0.0
    outputs: list[dict[str, Tensor]] = field(default_factory=list)

    def add(self, loss: Tensor, parts: list[dict[str, Tensor]], count: int) -> None:
        self.samples += count
        self.loss += float(loss.detach()) * count
        if not self.outputs:
            self.outputs = parts
            return
        for total, part in zip(self.outputs, parts, strict=True):
            for name, value in part.items():
                total[name] = total[name] + value

    def numbers(self) -> dict[str, float]:
        """The loss and the metrics by name; of several outputs with the output's name."""
        found = {"loss": self.loss / self.samples}
        several = len(self.outputs) > 1
        for said, total in zip(settings.OUTPUTS, self.outputs, strict=True):
            before = f"{said['name']}_" if several else ""
            if several:
                found[f"{before}loss"] = float(total["loss"]) / self.samples
            for metric in said["metrics"]:
                measure = getattr(metrics, metric)
                found[before + metric] = measure(total[metric], self.samples, float(total["right"]))
        return found


def judged(
    model: Model, outputs: tuple[Tensor, ...], targets: list[Tensor], weights: Tensor | None
) -> tuple[Tensor, list[dict[str, Tensor]]]:
    """The total loss of a batch, and what its metrics need.

    Weighted losses are divided by the number of samples, not by the sum of the weights.
    """
    total = penalties(model)
    parts = []
    for said, y, p in zip(settings.OUTPUTS, targets, outputs, strict=True):
        each = getattr(losses, said["loss"])(y, p, **said["loss_settings"])
        loss = (each if weights is None else each * weights).mean()
        total = total + said["weight"] * loss
        threshold = 0.0 if said["targets"] == "plus_minus" else 0.5
        if said["units"] > 1:
            right = p.argmax(dim=-1) == y.argmax(dim=-1)
        else:
            right = (p > threshold) == (y > threshold)
        sums = {"loss": loss * len(p), "right": right.sum()}
        for metric in said["metrics"]:
            sums[metric] = getattr(metrics, f"{metric}_sums")(y, p.detach(), threshold)
        parts.append({name: value.detach().cpu().double() for name, value in sums.items()})
    return total, parts


def listed(outputs: Tensor | tuple[Tensor, ...]) -> tuple[Tensor, ...]:
    return outputs if isinstance(outputs, tuple) else (outputs,)


def train_batch(
    model: Model,
    optimizer: Optimizer,
    inputs: list[Tensor],
    targets: list[Tensor],
    weights: Tensor | None = None,
) -> tuple[Tensor, list[dict[str, Tensor]]]:
    """One step of the optimizer; gives the loss before it."""
    model.train()
    optimizer.zero_grad()
    loss, parts = judged(model, listed(model(*inputs)), targets, weights)
    if not torch.isfinite(loss):
        raise SystemExit("The loss is no number any more: try a smaller learning rate.")
    if loss.requires_grad:
        loss.backward()
${clipping ? '        clip(model)\n' : ''}${follows ? '        schedule.follow(optimizer)\n' : ''}${decays ? '        shrink(optimizer)\n' : ''}        optimizer.step()
        hold(model)
    return loss, parts


def train_epoch(
    model: Model, optimizer: Optimizer, samples: Samples, epoch: int, batch_size: int
) -> dict[str, float]:
    """One look at every sample of the training part, in the editor's order for this epoch."""
    sums = Sums()
    for batch in samples.batches("training", batch_size, epoch):
        inputs, targets, weights = samples.batch(batch, training=True)
        loss, parts = train_batch(model, optimizer, inputs, targets, weights)
        sums.add(loss, parts, len(batch))
    return sums.numbers()


@torch.no_grad()
def evaluate(model: Model, samples: Samples, part: str, batch_size: int) -> dict[str, float]:
    """Loss and metrics of a part of the samples; nothing where it has none."""
    model.eval()
    sums = Sums()
    for batch in samples.batches(part, batch_size):
        inputs, targets, weights = samples.batch(batch, training=False)
        loss, parts = judged(model, listed(model(*inputs)), targets, weights)
        sums.add(loss, parts, len(batch))
    return sums.numbers() if sums.samples else {}
`;

/** `training.py` of an exported project. */
export const trainingFile = ({ optimizer, learningRateSchedule: { name } }: Training): string =>
  trainingText(
    clippingOf(optimizer),
    settingNumbers(optimizer)['weightDecay']! > 0,
    name !== 'constant' && !scheduleRecord(name).isCallback,
  );
