import type { PythonPart } from './part';

export const activityPenalty: PythonPart = {
  name: 'ActivityPenalty',
  text: `class ActivityPenalty(nn.Module):
    """Hands its input on; \`penalty\` is what Keras adds to the loss for it, per sample."""

    def __init__(self, l1: float, l2: float) -> None:
        super().__init__()
        self.l1, self.l2 = l1, l2
        self.penalty: Tensor | float = 0.0

    def forward(self, x: Tensor) -> Tensor:
        self.penalty = (self.l1 * x.abs().sum() + self.l2 * x.square().sum()) / len(x)
        return x
`,
};
