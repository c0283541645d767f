import { moved } from './augmentation';
import type { PythonPart } from './part';

/** What the editor does to training photos, besides layers of the model. */
export const photoChanges: PythonPart = {
  name: 'PhotoChanges',
  uses: [moved],
  text: `class PhotoChanges(RandomMove):
    """Changes photos [batch, channels, height, width], 0 ... 255, at random.

    As Keras's ImageDataGenerator composes it: rotation, shift, shear and zoom around the middle,
    then flips, then brightness.
    """

    def __init__(
        self,
        *,
        rotation: float = 0.0,
        height_shift: float = 0.0,
        width_shift: float = 0.0,
        shear: float = 0.0,
        zoom: float = 0.0,
        brightness: float = 0.0,
        horizontal_flip: bool = False,
        vertical_flip: bool = False,
        fill_mode: str = "nearest",
    ) -> None:
        super().__init__(fill_mode=fill_mode)
        self.rotation, self.shear = math.radians(rotation), math.radians(shear)
        self.shifts, self.zoom, self.brightness = (height_shift, width_shift), zoom, brightness
        self.flips = (vertical_flip, horizontal_flip)

    def forward(self, x: Tensor) -> Tensor:
        x = super().forward(x)
        if self.brightness == 0:
            return x
        limits = (1 - self.brightness, 1 + self.brightness)
        return torch.clamp(x * between(limits, x), 0, 255)

    def matrix(self, x: Tensor) -> tuple[tuple[Any, Any, Any], tuple[Any, Any, Any]]:
        high, wide = x.shape[2], x.shape[3]

        def around(middle: float, share: float) -> Tensor:
            return between((middle - share, middle + share), x).flatten()

        def rows(values: list[list[Tensor | float]]) -> Tensor:
            one = x.new_ones(len(x))
            last: list[Tensor | float] = [0.0, 0.0, 1.0]
            return torch.stack(
                [torch.stack([one * value for value in row], -1) for row in [*values, last]], -2
            )

        angle, shear = around(0, self.rotation), around(0, self.shear)
        down, across = around(0, self.shifts[0]) * high, around(0, self.shifts[1]) * wide
        flips = [(around(0.5, 0.5) < 0.5) & flip for flip in self.flips]
        upside, mirrored = [1 - 2 * flip.to(x.dtype) for flip in flips]
        middle_y, middle_x = (high - 1) / 2, (wide - 1) / 2
        cos, sin = torch.cos(angle), torch.sin(angle)
        whole = (
            rows([[1, 0, middle_y], [0, 1, middle_x]])
            @ rows([[cos, -sin, 0], [sin, cos, 0]])
            @ rows([[1, 0, down], [0, 1, across]])
            @ rows([[1, -torch.sin(shear), 0], [0, torch.cos(shear), 0]])
            @ rows([[around(1, self.zoom), 0, 0], [0, around(1, self.zoom), 0]])
            @ rows([[1, 0, -middle_y], [0, 1, -middle_x]])
            @ rows([[upside, 0, (1 - upside) * middle_y], [0, mirrored, (1 - mirrored) * middle_x]])
        )
        row, column = whole[:, 0, :, None, None, None], whole[:, 1, :, None, None, None]
        across_row = (column[:, 1], column[:, 0], column[:, 2])
        return across_row, (row[:, 1], row[:, 0], row[:, 2])
`,
};
