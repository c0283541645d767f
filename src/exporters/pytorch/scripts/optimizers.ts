import type { Training } from '../../../document/training';
import { type OptimizerName, optimizerSettings } from '../../../document/training/trainingChoices';
import { snakeCase } from '../../../compile/identifiers';

const head = `"""Keras's formulas where PyTorch's own optimizers put epsilon elsewhere."""

import math
from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import Tensor
from torch.optim import Optimizer


class KerasOptimizer(Optimizer):
    """Calls \`move\` for every parameter that has a gradient; its \`time\` counts the steps from 1."""

    slots: tuple[str, ...] = ()

    def __init__(self, parameters: Iterable[Tensor], **settings: float) -> None:
        super().__init__(parameters, settings)

    @torch.no_grad()
    def step(self, closure: Callable[[], Any] | None = None) -> None:
        for group in self.param_groups:
            for parameter in group["params"]:
                if parameter.grad is None:
                    continue
                state = self.state[parameter]
                state["time"] = state.get("time", 0) + 1
                for slot in self.slots:
                    if slot not in state:
                        state[slot] = torch.full_like(parameter, self.start(group))
                parameter.sub_(self.move(parameter.grad, state, group))

    def start(self, settings: dict[str, float]) -> float:
        return 0.0

    def move(self, gradient: Tensor, state: dict[str, Any], settings: dict[str, float]) -> Tensor:
        """What is taken away from the parameter."""
        raise NotImplementedError
`;

const own: Readonly<Partial<Record<OptimizerName, string>>> = {
  adam: `class Adam(KerasOptimizer):
    """Adam with epsilon beside the root that is not corrected for the first steps."""

    slots = ("mean", "variance")

    def move(self, gradient: Tensor, state: dict[str, Any], settings: dict[str, float]) -> Tensor:
        time, beta_1, beta_2 = state["time"], settings["beta1"], settings["beta2"]
        mean = state["mean"].lerp_(gradient, 1 - beta_1)
        variance = state["variance"].lerp_(gradient.square(), 1 - beta_2)
        corrected = math.sqrt(1 - beta_2**time) / (1 - beta_1**time)
        return settings["lr"] * corrected * mean / (variance.sqrt() + settings["epsilon"])
`,
  rmsprop: `class RMSprop(KerasOptimizer):
    """RMSprop with epsilon under the root."""

    slots = ("velocity", "average", "momentum")

    def move(self, gradient: Tensor, state: dict[str, Any], settings: dict[str, float]) -> Tensor:
        share = 1 - settings["rho"]
        spread = state["velocity"].lerp_(gradient.square(), share)
        if settings["centered"]:
            spread = spread - state["average"].lerp_(gradient, share).square()
        pull = settings["lr"] * gradient / torch.sqrt(spread + settings["epsilon"])
        if settings["momentum"] == 0:
            return pull
        return state["momentum"].mul_(settings["momentum"]).add_(pull)
`,
  adagrad: `class Adagrad(KerasOptimizer):
    """Adagrad with epsilon under the root."""

    slots = ("accumulator",)

    def start(self, settings: dict[str, float]) -> float:
        return settings["initial_accumulator_value"]

    def move(self, gradient: Tensor, state: dict[str, Any], settings: dict[str, float]) -> Tensor:
        accumulator = state["accumulator"].add_(gradient.square())
        return settings["lr"] * gradient / torch.sqrt(accumulator + 1e-7)
`,
  adamax: `class Adamax(KerasOptimizer):
    """Adamax with epsilon outside the maximum."""

    slots = ("mean", "norm")

    def move(self, gradient: Tensor, state: dict[str, Any], settings: dict[str, float]) -> Tensor:
        mean = state["mean"].lerp_(gradient, 1 - settings["beta1"])
        norm = torch.maximum(state["norm"] * settings["beta2"], gradient.abs())
        state["norm"] = norm
        rate = settings["lr"] / (1 - settings["beta1"] ** state["time"])
        return rate * mean / (norm + settings["epsilon"])
`,
};

/** `optimizers.py`; null where PyTorch's own optimizer computes as Keras's. */
export function optimizersFile(name: OptimizerName): string | null {
  const text = own[name];
  if (text === undefined) return null;
  return `${text.includes('math.') ? head : head.replace('import math\n', '')}\n\n${text}`;
}

/** The optimizer as an expression of its parameters and `learning_rate`, with all its other settings. */
export function optimizerCall({ name, settings: given }: Training['optimizer'], parameters: string): string {
  const settings = { ...optimizerSettings[name], ...given };

  const value = (one: number | boolean) => (typeof one === 'boolean' ? (one ? 'True' : 'False') : String(one));
  const callee = { sgd: 'torch.optim.SGD', momentum: 'torch.optim.SGD', adadelta: 'torch.optim.Adadelta' }[
    name as string
  ];
  const named = Object.entries(settings).map(([key, one]) => {
    if (key === 'learningRate') return 'lr=learning_rate';
    return `${name === 'adadelta' && key === 'epsilon' ? 'eps' : snakeCase(key)}=${value(one)}`;
  });
  const classes: Readonly<Record<string, string>> = {
    adam: 'Adam',
    rmsprop: 'RMSprop',
    adagrad: 'Adagrad',
    adamax: 'Adamax',
  };
  return `${callee ?? `optimizers.${classes[name]}`}(${[parameters, ...named].join(', ')})`;
}
