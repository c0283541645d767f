import type { Training } from '../../../document/training';
import { type OptimizerName, optimizerRecord, toldSettings } from '../../../document/training/trainingChoices';
import { torchOptimizers } from '../optimizers/index';
import { everyOptimizer } from '../../../training/everyOptimizer';
import { snakeCase } from '../../../compile/identifiers';

const headText = (
  math: boolean,
  looks: string,
) => `"""Keras's formulas where PyTorch's own optimizers put epsilon elsewhere."""

${math ? 'import math\n' : ''}from collections.abc import Callable, Iterable
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
                        state[slot] = torch.full_like(parameter, self.start(group, slot))
${looks}                parameter.sub_(self.move(parameter.grad, state, group))

    def start(self, settings: dict[str, float], slot: str) -> float:
        return 0.0

    def move(self, gradient: Tensor, state: dict[str, Any], settings: dict[str, float]) -> Tensor:
        """What is taken away from the parameter."""
        raise NotImplementedError
`;

/** `optimizers.py`; null where PyTorch's own optimizer computes as Keras's. */
export function optimizersFile(name: OptimizerName): string | null {
  const own = torchOptimizers[name];
  if (own === undefined) return null;
  // Most formulas do without the weight itself.
  const looks = own.text.includes('self.weight') ? '                self.weight = parameter\n' : '';
  return `${headText(own.text.includes('math.'), looks)}\n\n${own.text}`;
}

/** The optimizer as an expression of its parameters and `learning_rate`, with all its own settings. Throws where it has no class. */
export function optimizerCall(choice: Training['optimizer'], parameters: string): string {
  const own = torchOptimizers[choice.name];
  const { torch = own, keras } = optimizerRecord(choice.name);
  if (torch === undefined) throw new Error(`PyTorch has no class for ${keras}.`);
  const names = 'names' in torch ? torch.names : {};
  const value = (one: number | boolean) => (typeof one === 'boolean' ? (one ? 'True' : 'False') : String(one));
  const named = Object.entries(toldSettings(choice)).flatMap(([key, one]) => {
    if (Object.hasOwn(everyOptimizer, key)) return [];
    return key === 'learningRate' ? ['lr=learning_rate'] : [`${names?.[key] ?? snakeCase(key)}=${value(one)}`];
  });
  return `${own ? 'optimizers' : 'torch.optim'}.${torch.name}(${[parameters, ...named].join(', ')})`;
}
