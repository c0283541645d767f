import type { PythonPart } from './part';

export const slopedRelu: PythonPart = {
  name: 'sloped_relu',
  text: `def sloped_relu(
    x: Tensor, max_value: float | None, negative_slope: float, threshold: float
) -> Tensor:
    """Keras's ReLU: x above the threshold, at most max_value; a slope below it."""
    passed = torch.where(x > threshold, x, 0.0)
    limited = passed if max_value is None else torch.clamp(passed, 0.0, max_value)
    return limited - negative_slope * F.relu(threshold - x)
`,
};

export const prelu: PythonPart = {
  name: 'PReLU',
  text: `class PReLU(nn.Module):
    """A learned slope below 0 for every value of a sample, or one that some of them share."""

    def __init__(self, *shape: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(shape))

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(x) - self.weight * F.relu(-x)
`,
};
