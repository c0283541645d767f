import type { TorchOptimizer } from './torchOptimizer';

export const nadam: TorchOptimizer = {
  name: 'Nadam',
  text: `class Nadam(KerasOptimizer):
    """Adam with Nesterov's look ahead."""

    slots = ("mean", "variance")

    def move(self, gradient: Tensor, state: dict[str, Any], settings: dict[str, float]) -> Tensor:
        time, beta_1, beta_2 = state["time"], settings["beta1"], settings["beta2"]
        now, then = (beta_1 * (1 - 0.5 * 0.96**step) for step in (time, time + 1))
        product = state["product"] = state.get("product", 1.0) * now
        mean = state["mean"].lerp_(gradient, 1 - beta_1)
        variance = state["variance"].lerp_(gradient.square(), 1 - beta_2)
        ahead = then / (1 - product * then) * mean + (1 - now) / (1 - product) * gradient
        root = torch.sqrt(variance / (1 - beta_2**time)) + settings["epsilon"]
        return settings["lr"] * ahead / root
`,
};
