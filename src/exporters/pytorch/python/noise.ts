import type { PythonPart } from './part';

export const gaussianNoise: PythonPart = {
  name: 'GaussianNoise',
  text: `class GaussianNoise(nn.Module):
    """Adds normally distributed noise while training."""

    def __init__(self, stddev: float) -> None:
        super().__init__()
        self.stddev = stddev

    def forward(self, x: Tensor) -> Tensor:
        return x + self.stddev * torch.randn_like(x) if self.training else x
`,
};

export const gaussianDropout: PythonPart = {
  name: 'GaussianDropout',
  text: `class GaussianDropout(nn.Module):
    """Multiplies by 1 + noise of the variance that Dropout with this rate has, while training."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.stddev = math.sqrt(rate / (1 - rate))

    def forward(self, x: Tensor) -> Tensor:
        return x * (1 + self.stddev * torch.randn_like(x)) if self.training else x
`,
};
