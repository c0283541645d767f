import type { TorchOptimizer } from './torchOptimizer';

export const lion: TorchOptimizer = {
  name: 'Lion',
  text: `class Lion(KerasOptimizer):
    """Every weight moves by the learning rate, up or down."""

    slots = ("momentum",)

    def move(self, gradient: Tensor, state: dict[str, Any], settings: dict[str, float]) -> Tensor:
        beta_1, beta_2 = settings["beta1"], settings["beta2"]
        way = torch.sign(state["momentum"] * beta_1 + gradient * (1 - beta_1))
        state["momentum"].mul_(beta_2).add_(gradient * (1 - beta_2))
        return settings["lr"] * way
`,
};
