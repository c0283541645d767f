import type { PythonPart } from './part';

const between: PythonPart = {
  name: 'between',
  text: `def between(limits: tuple[float, float], x: Tensor) -> Tensor:
    """A number of its own for every sample: [batch, 1, 1, 1]."""
    low, high = limits
    return low + (high - low) * torch.rand(len(x), 1, 1, 1, device=x.device, dtype=x.dtype)
`,
};

export const randomFlip: PythonPart = {
  name: 'RandomFlip',
  uses: [between],
  text: `class RandomFlip(nn.Module):
    """Mirrors every other picture [batch, channels, height, width] while training."""

    def __init__(self, dims: tuple[int, ...]) -> None:
        super().__init__()
        self.dims = dims

    def forward(self, x: Tensor) -> Tensor:
        return torch.where(between((0, 1), x) <= 0.5, x.flip(self.dims), x) if self.training else x
`,
};

export const randomBrightness: PythonPart = {
  name: 'RandomBrightness',
  uses: [between],
  text: `class RandomBrightness(nn.Module):
    """Adds a share of the value range while training."""

    def __init__(self, factor: tuple[float, float], value_range: tuple[float, float]) -> None:
        super().__init__()
        self.factor, self.value_range = factor, value_range

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        darkest, brightest = self.value_range
        return torch.clamp(x + between(self.factor, x) * (brightest - darkest), darkest, brightest)
`,
};

export const randomContrast: PythonPart = {
  name: 'RandomContrast',
  uses: [between],
  text: `class RandomContrast(nn.Module):
    """(x - mean) · factor + mean per channel while training, factor from 1 - low to 1 + high."""

    def __init__(self, factor: tuple[float, float], value_range: tuple[float, float]) -> None:
        super().__init__()
        self.limits, self.value_range = (1 - factor[0], 1 + factor[1]), value_range

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        mean = x.mean(dim=(2, 3), keepdim=True)
        return torch.clamp((x - mean) * between(self.limits, x) + mean, *self.value_range)
`,
};

export const moved: PythonPart = {
  name: 'RandomMove',
  uses: [between],
  text: `class RandomMove(nn.Module):
    """Moves every picture by a matrix of its own while training, as Keras's affine_transform.

    The pixel at (x, y) of the result comes from (a0 x + a1 y + a2, b0 x + b1 y + b2).
    """

    def __init__(
        self, fill_mode: str = "reflect", interpolation: str = "bilinear", fill_value: float = 0.0
    ) -> None:
        super().__init__()
        self.fill_mode, self.interpolation, self.fill_value = fill_mode, interpolation, fill_value

    def matrix(self, x: Tensor) -> tuple[tuple[Any, Any, Any], tuple[Any, Any, Any]]:
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        height, width = x.shape[2:]
        rows = torch.arange(height, device=x.device, dtype=x.dtype).view(1, 1, -1, 1)
        columns = torch.arange(width, device=x.device, dtype=x.dtype).view(1, 1, 1, -1)
        (a0, a1, a2), (b0, b1, b2) = self.matrix(x)
        across = a0 * columns + a1 * rows + a2 + torch.zeros_like(x[:, :1])
        down = b0 * columns + b1 * rows + b2 + torch.zeros_like(x[:, :1])
        result = torch.zeros_like(x)
        for row, row_share in self.cells(down):
            for column, column_share in self.cells(across):
                result = result + self.pixels(x, row, column) * row_share * column_share
        return result

    def cells(self, at: Tensor) -> list[tuple[Tensor, Tensor | float]]:
        """The cells that a coordinate falls between, with their shares."""
        if self.interpolation == "nearest":
            return [(torch.sign(at) * torch.floor(at.abs() + 0.5), 1.0)]
        low = torch.floor(at)
        return [(low, 1 - (at - low)), (low + 1, at - low)]

    def inside(self, index: Tensor, size: int) -> Tensor:
        if self.fill_mode == "wrap":
            return index % size
        if self.fill_mode != "reflect":
            return index.clamp(0, size - 1)
        return (size - 0.5) - ((index % (2 * size)) - (size - 0.5)).abs()

    def pixels(self, x: Tensor, row: Tensor, column: Tensor) -> Tensor:
        height, width = x.shape[2:]
        place = self.inside(row, height).long() * width + self.inside(column, width).long()
        found = x.flatten(2).gather(2, place.flatten(2).expand(-1, x.shape[1], -1)).view_as(x)
        if self.fill_mode != "constant":
            return found
        there = (row >= 0) & (row < height) & (column >= 0) & (column < width)
        return torch.where(there, found, self.fill_value)
`,
};

export const randomRotation: PythonPart = {
  name: 'RandomRotation',
  uses: [moved],
  text: `class RandomRotation(RandomMove):
    """Turns around the middle, by shares of a whole turn."""

    def __init__(self, factor: tuple[float, float], **sampling: Any) -> None:
        super().__init__(**sampling)
        self.factor = factor

    def matrix(self, x: Tensor) -> tuple[tuple[Any, Any, Any], tuple[Any, Any, Any]]:
        angle = between(self.factor, x) * 2 * math.pi
        cos, sin = torch.cos(angle), torch.sin(angle)
        middle_y, middle_x = (x.shape[2] - 1) / 2, (x.shape[3] - 1) / 2
        across = (cos, -sin, middle_x - middle_x * cos + middle_y * sin)
        return across, (sin, cos, middle_y - middle_x * sin - middle_y * cos)
`,
};

export const randomTranslation: PythonPart = {
  name: 'RandomTranslation',
  uses: [moved],
  text: `class RandomTranslation(RandomMove):
    """Shifts by shares of height and width; above 0 goes down and to the right."""

    def __init__(
        self, height: tuple[float, float], width: tuple[float, float], **sampling: Any
    ) -> None:
        super().__init__(**sampling)
        self.height, self.width = height, width

    def matrix(self, x: Tensor) -> tuple[tuple[Any, Any, Any], tuple[Any, Any, Any]]:
        down, right = between(self.height, x) * x.shape[2], between(self.width, x) * x.shape[3]
        return (1, 0, -right), (0, 1, -down)
`,
};

export const randomZoom: PythonPart = {
  name: 'RandomZoom',
  uses: [moved],
  text: `class RandomZoom(RandomMove):
    """Below 0 comes nearer, above 0 goes away; without \`width\` the ratio stays."""

    def __init__(
        self, height: tuple[float, float], width: tuple[float, float] | None, **sampling: Any
    ) -> None:
        super().__init__(**sampling)
        self.height, self.width = height, width

    def matrix(self, x: Tensor) -> tuple[tuple[Any, Any, Any], tuple[Any, Any, Any]]:
        down = 1 + between(self.height, x)
        across = down if self.width is None else 1 + between(self.width, x)
        middle_y, middle_x = (x.shape[2] - 1) / 2, (x.shape[3] - 1) / 2
        return (across, 0, middle_x * (1 - across)), (0, down, middle_y * (1 - down))
`,
};
