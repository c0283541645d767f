import { type ScheduleName, scheduleRecord } from '../../../document/training/schedules';
import { adaptText } from './adapt';
import { bestText, remembers, returns } from './bestEpoch';
import { commandLine } from './commandLine';

/** Where a group keeps the learning rate that is chosen. */
const rateOf = (schedule: ScheduleName) => (schedule === 'constant' ? 'lr' : 'initial_lr');

const following = `
    for group in optimizer.param_groups:
        group["initial_lr"] = learning_rate
    return optimizer`;

/** `train.py`, with the optimizer as it is called. */
export const trainText = (
  optimizer: string,
  own: boolean,
  thaws: boolean,
  schedule: ScheduleName,
  restores: boolean,
  adapting: boolean,
) => `"""Trains the model as the editor does: python train.py --help says what can be changed."""

import argparse
import csv
from pathlib import Path

import torch
from safetensors.torch import save_file

${own ? 'import optimizers\n' : ''}${scheduleRecord(schedule).isCallback ? 'import schedule\n' : ''}import settings
from data import Samples, load
from model import Model
from training import evaluate, read_model, train_epoch

HERE = Path(__file__).parent
START = HERE / "weights.safetensors"
TRAINED = HERE / "trained" / "model.safetensors"
STATE = TRAINED.with_name("optimizer.pt")
CURVES = TRAINED.with_name("curves.csv")
Curves = list[dict[str, float]]


${commandLine(thaws)}

def starting_model(fresh: bool) -> Model:
    """The model before training: with the weights that lie here, else new where these would do."""
    if START.exists() and not fresh:
        return read_model(START)
    if settings.NEEDS_WEIGHTS:
        raise SystemExit(
            f"The model starts from weights that it was given in the editor: {START.name}\\n"
            f"has to lie beside {Path(__file__).name}. Without them what is frozen would stay\\n"
            "random. Get the weights in the editor, and export again."
        )
    return Model()

${
  thaws
    ? `
def thaw(model: Model) -> None:
    """Trains what was frozen, too: the modules of FINE_TUNED."""
    for name in settings.FINE_TUNED:
        for part in model.get_submodule(name).requires_grad_().modules():
            if hasattr(part, "frozen"):
                part.frozen = False

`
    : ''
}
${adapting ? adaptText : ''}def optimizer_for(model: Model, learning_rate: float) -> torch.optim.Optimizer:
    parameters = [one for one in model.parameters() if one.requires_grad]
    if not parameters:
        raise SystemExit("Nothing in this model can be trained: all of its layers are frozen.")
${schedule === 'constant' ? `    return ${optimizer}` : `    optimizer = ${optimizer}${following}`}


def restore(optimizer: torch.optim.Optimizer, state: dict, learning_rate: float | None) -> None:
    """The optimizer as it was when the run before ended."""
    try:
        optimizer.load_state_dict(state)
    except (KeyError, TypeError, ValueError) as error:
        raise SystemExit(f"{STATE} is of another model: {error}") from None
    for group in optimizer.param_groups:
        group["${rateOf(schedule)}"] = learning_rate or group["${rateOf(schedule)}"]


def stops(history: Curves) -> bool:
    """Keras's EarlyStopping: so many epochs without an improvement of more than min_delta."""
    rule = settings.EARLY_STOPPING
    if rule is None:
        return False
    best, waited = None, 0
    for epoch in history:
        value = epoch.get(rule["monitor"])
        if value is None:
            return False
        gain = 0.0 if best is None else value - best
        if not rule["monitor"].endswith("accuracy"):
            gain = -gain
        if best is None or gain > rule["min_delta"]:
            best, waited = value, 0
        else:
            waited += 1
    return 0 < waited >= rule["patience"]


${restores ? bestText : ''}def keep(model: Model, optimizer: torch.optim.Optimizer, history: Curves, tuned: bool) -> None:
    """Writes weights, the optimizer's state and the curves, from which --resume goes on."""
    TRAINED.parent.mkdir(exist_ok=True)
    save_file(model.state_dict(), TRAINED)
    torch.save({"optimizer": optimizer.state_dict(), "fine_tuned": tuned}, STATE)
    with CURVES.open("w", newline="") as file:
        rows = csv.DictWriter(file, ["epoch", *history[0]])
        rows.writeheader()
        rows.writerows({"epoch": epoch} | row for epoch, row in enumerate(history, 1))


def kept() -> tuple[Curves, dict]:
    """The curves and the optimizer's state of the run before."""
    try:
        with CURVES.open(newline="") as file:
            rows = list(csv.DictReader(file))
        state = torch.load(STATE)
        names = [name for name in rows[0] if name != "epoch"]
        return [{name: float(row[name]) for name in names} for row in rows], state
    except Exception as error:
        said = str(error).splitlines()[0]
        raise SystemExit(f"The run in {TRAINED.parent} cannot be read: {said}") from None


def train(
    model: Model,
    optimizer: torch.optim.Optimizer,
    samples: Samples,
    epochs: int,
    batch_size: int,
    history: Curves,
    tuned: bool = False,
) -> Curves:
    """The epochs that \`history\` lacks, or until it no longer gets better; each is kept."""
${adapting ? '    adapt(model, samples, batch_size)\n' : ''}${restores ? '    done, best = len(history), None\n' : ''}    for epoch in range(len(history) + 1, epochs + 1):
${scheduleRecord(schedule).isCallback ? '        schedule.follow(optimizer, history)\n' : ''}        numbers = train_epoch(model, optimizer, samples, epoch, batch_size)
        held = evaluate(model, samples, "validation", batch_size)
        history.append(numbers | {f"validation_{name}": value for name, value in held.items()})
        said = "  ".join(f"{name} {value:.4f}" for name, value in history[-1].items())
        print(f"epoch {epoch}/{epochs}  {said}", flush=True)
        keep(model, optimizer, history, tuned)
${restores ? remembers : ''}        if stops(history):
            print("It no longer gets better.")
            break
${restores ? returns : ''}    return history


def main() -> None:
    parser = command_line()
    given = parser.parse_args()
    epochs = given.epochs or settings.EPOCHS
    batch_size = given.batch_size or settings.BATCH_SIZE
    goes_on = given.resume or given.fine_tune
    if goes_on and not TRAINED.exists():
        parser.error(f"there is no {TRAINED} yet: train without it first")
    samples = load(given.data)
    model = read_model(TRAINED) if goes_on else starting_model(given.fresh)
    history, state = kept() if given.resume else ([], {})
    if given.resume and len(history) >= epochs:
        parser.error(f"{len(history)} epochs are done: give more as --epochs")
    torch.manual_seed(settings.SEED + len(history))
    tuned = given.fine_tune or state.get("fine_tuned", False)
    ${thaws ? 'if tuned:\n        thaw(model)\n    ' : ''}usual = settings.LEARNING_RATE / 10 if tuned else settings.LEARNING_RATE
    optimizer = optimizer_for(model, given.learning_rate or usual)
    if given.resume:
        restore(optimizer, state["optimizer"], given.learning_rate)
    train(model, optimizer, samples, epochs, batch_size, history, tuned)
    tested = evaluate(model, samples, "test", batch_size)
    if tested:
        print("test  " + "  ".join(f"{name} {value:.4f}" for name, value in tested.items()))
    print(f"The weights are in {TRAINED}, the curves in {CURVES.name} beside them.")


if __name__ == "__main__":
    main()
`;
