import type { TorchOptimizer } from './torchOptimizer';

export const adam: TorchOptimizer = {
  name: 'Adam',
  text: `class Adam(KerasOptimizer):
    """Adam with epsilon beside the root that is not corrected for the first steps."""

    slots = ("mean", "variance")

    def move(self, gradient: Tensor, state: dict[str, Any], settings: dict[str, float]) -> Tensor:
        time, beta_1, beta_2 = state["time"], settings["beta1"], settings["beta2"]
        mean = state["mean"].lerp_(gradient, 1 - beta_1)
        variance = state["variance"].lerp_(gradient.square(), 1 - beta_2)
        corrected = math.sqrt(1 - beta_2**time) / (1 - beta_1**time)
        return settings["lr"] * corrected * mean / (variance.sqrt() + settings["epsilon"])
`,
};
