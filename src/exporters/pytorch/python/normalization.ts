import type { PythonPart } from './part';

export const batchNorm: PythonPart = {
  name: 'BatchNorm',
  text: `class BatchNorm(nn.Module):
    """Keras's BatchNormalization over axis \`dim\`.

    PyTorch's own corrects the moving variance by n / (n - 1), which Keras does not. \`momentum\`
    is PyTorch's, 1 - Keras's. A frozen one never looks at the batch. With a mask [batch, steps],
    what it leaves out does not count.
    """

    def __init__(
        self,
        channels: int,
        *,
        dim: int = 1,
        momentum: float = 0.01,
        eps: float = 1e-3,
        center: bool = True,
        scale: bool = True,
        frozen: bool = False,
    ) -> None:
        super().__init__()
        self.dim, self.momentum, self.eps, self.frozen = dim, momentum, eps, frozen
        self.weight = nn.Parameter(torch.ones(channels)) if scale else None
        self.bias = nn.Parameter(torch.zeros(channels)) if center else None
        self.register_buffer("running_mean", torch.zeros(channels))
        self.register_buffer("running_var", torch.ones(channels))

    def forward(self, x: Tensor, mask: Tensor | None = None) -> Tensor:
        wide = [-1 if axis == self.dim else 1 for axis in range(x.dim())]
        if self.training and not self.frozen:
            mean, variance = self.moments(x, mask)
            with torch.no_grad():
                self.running_mean.lerp_(mean, self.momentum)
                self.running_var.lerp_(variance, self.momentum)
        else:
            mean, variance = self.running_mean, self.running_var
        factor = torch.rsqrt(variance + self.eps)
        if self.weight is not None:
            factor = factor * self.weight
        x = (x - mean.view(wide)) * factor.view(wide)
        return x if self.bias is None else x + self.bias.view(wide)

    def moments(self, x: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor]:
        dims = [axis for axis in range(x.dim()) if axis != self.dim]
        if mask is None:
            variance, mean = torch.var_mean(x, dims, correction=0)
            return mean, variance
        seen = mask.unsqueeze(-1).to(x.dtype).expand_as(x)
        count = seen.sum(dims, keepdim=True) + 1e-7
        mean = (x * seen).sum(dims, keepdim=True) / count
        variance = (((x - mean) * seen) ** 2).sum(dims, keepdim=True) / count
        return mean.flatten(), variance.flatten()
`,
};

export const layerNorm: PythonPart = {
  name: 'LayerNorm',
  text: `class LayerNorm(nn.Module):
    """Keras's LayerNormalization over any axes, with or without factor and offset."""

    def __init__(
        self,
        shape: tuple[int, ...],
        dims: tuple[int, ...],
        eps: float = 1e-3,
        *,
        center: bool = True,
        scale: bool = True,
    ) -> None:
        super().__init__()
        self.dims, self.eps = dims, eps
        self.weight = nn.Parameter(torch.ones(shape)) if scale else None
        self.bias = nn.Parameter(torch.zeros(shape)) if center else None

    def forward(self, x: Tensor) -> Tensor:
        wide = [size if axis in self.dims else 1 for axis, size in enumerate(x.shape)]
        variance, mean = torch.var_mean(x, self.dims, correction=0, keepdim=True)
        x = (x - mean) * torch.rsqrt(variance + self.eps)
        if self.weight is not None:
            x = x * self.weight.view(wide)
        return x if self.bias is None else x + self.bias.view(wide)
`,
};

export const groupNorm: PythonPart = {
  name: 'GroupNorm',
  text: `class GroupNorm(nn.Module):
    """Keras's GroupNormalization with its channels on axis \`dim\`."""

    def __init__(
        self,
        groups: int,
        channels: int,
        eps: float = 1e-3,
        *,
        dim: int = 1,
        center: bool = True,
        scale: bool = True,
    ) -> None:
        super().__init__()
        self.groups, self.eps, self.dim = groups, eps, dim
        self.weight = nn.Parameter(torch.ones(channels)) if scale else None
        self.bias = nn.Parameter(torch.zeros(channels)) if center else None

    def forward(self, x: Tensor) -> Tensor:
        first = x.movedim(self.dim, 1)
        normal = F.group_norm(first, self.groups, self.weight, self.bias, self.eps)
        return normal.movedim(1, self.dim)
`,
};

export const rmsNorm: PythonPart = {
  name: 'RMSNorm',
  text: `class RMSNorm(nn.Module):
    """Keras's RMSNormalization: x / √(mean of x² + eps) · weight, over the axes \`dims\`."""

    def __init__(self, shape: tuple[int, ...], dims: tuple[int, ...], eps: float = 1e-6) -> None:
        super().__init__()
        self.dims, self.eps = dims, eps
        self.weight = nn.Parameter(torch.ones(shape))

    def forward(self, x: Tensor) -> Tensor:
        wide = [size if axis in self.dims else 1 for axis, size in enumerate(x.shape)]
        factor = torch.rsqrt(x.square().mean(self.dims, keepdim=True) + self.eps)
        return x * factor * self.weight.view(wide)
`,
};
