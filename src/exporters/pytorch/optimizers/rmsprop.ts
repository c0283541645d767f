import type { TorchOptimizer } from './torchOptimizer';

export const rmsprop: TorchOptimizer = {
  name: 'RMSprop',
  text: `class RMSprop(KerasOptimizer):
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
};
