import type { PythonPart } from './part';

export const leakyRelu: PythonPart = {
  name: 'leaky_relu',
  text: `def leaky_relu(x: Tensor) -> Tensor:
    """Keras's activation of this name: a slope of 0.2 below 0."""
    return F.leaky_relu(x, 0.2)
`,
};

export const squareplus: PythonPart = {
  name: 'squareplus',
  text: `def squareplus(x: Tensor) -> Tensor:
    """(x + √(x² + 4)) / 2."""
    return (x + torch.sqrt(x * x + 4)) / 2
`,
};

export const sparsePlus: PythonPart = {
  name: 'sparse_plus',
  text: `def sparse_plus(x: Tensor) -> Tensor:
    """0 below -1, (x + 1)² / 4 up to 1, and from there on x."""
    return torch.where(x <= -1, 0.0, torch.where(x < 1, (x + 1) ** 2 / 4, x))
`,
};

export const legacyHardSigmoid: PythonPart = {
  name: 'legacy_hard_sigmoid',
  text: `def legacy_hard_sigmoid(x: Tensor) -> Tensor:
    """The hard_sigmoid of Keras 1 and 2: 0.2 x + 0.5 between 0 and 1."""
    return torch.clamp(0.2 * x + 0.5, 0, 1)
`,
};

export const sparseSigmoid: PythonPart = {
  name: 'sparse_sigmoid',
  text: `def sparse_sigmoid(x: Tensor) -> Tensor:
    """0 below -1, 1 above 1, and a straight line between them."""
    return torch.clamp((x + 1) / 2, 0, 1)
`,
};
