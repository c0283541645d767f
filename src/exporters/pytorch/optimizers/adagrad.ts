import type { TorchOptimizer } from './torchOptimizer';

export const adagrad: TorchOptimizer = {
  name: 'Adagrad',
  text: `class Adagrad(KerasOptimizer):
    """Adagrad with epsilon under the root."""

    slots = ("accumulator",)

    def start(self, settings: dict[str, float], slot: str) -> float:
        return settings["initial_accumulator_value"]

    def move(self, gradient: Tensor, state: dict[str, Any], settings: dict[str, float]) -> Tensor:
        accumulator = state["accumulator"].add_(gradient.square())
        return settings["lr"] * gradient / torch.sqrt(accumulator + 1e-7)
`,
};
