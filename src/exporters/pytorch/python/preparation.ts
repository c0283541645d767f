import type { PythonPart } from './part';

export const normalization: PythonPart = {
  name: 'Normalization',
  text: `class Normalization(nn.Module):
    """Keras's Normalization: mean and variance for each place of the axes \`dims\`.

    \`adapt\` learns them of samples before training. \`count\` is kept for Keras, which leaves it at 0.
    """

    def __init__(
        self, sizes: tuple[int, ...], dims: tuple[int, ...], *, invert: bool = False
    ) -> None:
        super().__init__()
        self.dims, self.invert = dims, invert
        self.register_buffer("mean", torch.zeros(sizes))
        self.register_buffer("variance", torch.ones(sizes))
        self.register_buffer("count", torch.zeros(()))

    def forward(self, x: Tensor) -> Tensor:
        wide = [x.shape[axis] if axis in self.dims else 1 for axis in range(x.dim())]
        mean = self.mean.view(wide)
        deviation = self.variance.view(wide).sqrt().clamp_min(1e-7)
        return x * deviation + mean if self.invert else (x - mean) / deviation

    def adapted(self) -> bool:
        return bool(self.mean.any()) or bool((self.variance != 1).any())

    def adapt(self, x: Tensor) -> None:
        others = [axis for axis in range(x.dim()) if axis not in self.dims]
        variance, mean = torch.var_mean(x.double(), others, correction=0)
        self.mean.copy_(mean)
        self.variance.copy_(variance)
`,
};

export const encoded: PythonPart = {
  name: 'encoded',
  text: `def encoded(whole: Tensor, mode: str, depth: int) -> Tensor:
    """Whole numbers below \`depth\` as Keras's layers write them: one_hot, multi_hot or count."""
    if mode != "one_hot" or whole.shape[-1] != 1:
        whole = whole.unsqueeze(-1)
    rows = (whole == torch.arange(depth, device=whole.device)).float()
    if mode == "one_hot":
        return rows
    return rows.sum(-2) if mode == "count" else rows.amax(-2)
`,
};

export const normalized: PythonPart = {
  name: 'normalized',
  text: `def normalized(
    x: Tensor, mean: list[float], variance: list[float], dims: tuple[int, ...], *, invert: bool = False
) -> Tensor:
    """Keras's Normalization with numbers that it is given: one for all, or one for each place of the last of \`dims\`."""
    wide = [-1 if axis == (dims[-1] if dims else 0) else 1 for axis in range(x.dim())]
    means = x.new_tensor(mean).view(wide)
    deviations = x.new_tensor(variance).sqrt().clamp_min(1e-7).view(wide)
    return x * deviations + means if invert else (x - means) / deviations
`,
};

export const discretized: PythonPart = {
  name: 'discretized',
  uses: [encoded],
  text: `def discretized(x: Tensor, boundaries: list[float], mode: str = "int") -> Tensor:
    """Keras's Discretization: the number of the range that each value is in, as it is or as \`encoded\` writes it."""
    whole = torch.bucketize(x, torch.tensor(boundaries, device=x.device), right=True).float()
    return whole if mode == "int" else encoded(whole, mode, len(boundaries) + 1)
`,
};
