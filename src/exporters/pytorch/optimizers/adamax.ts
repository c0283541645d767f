import type { TorchOptimizer } from './torchOptimizer';

export const adamax: TorchOptimizer = {
  name: 'Adamax',
  text: `class Adamax(KerasOptimizer):
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
