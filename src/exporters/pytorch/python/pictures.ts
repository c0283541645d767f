import type { PythonPart } from './part';

export const cropToRatio: PythonPart = {
  name: 'crop_to_ratio',
  text: `def crop_to_ratio(x: Tensor, height: int, width: int) -> Tensor:
    """The largest part in the middle of [batch, channels, height, width] that has the ratio."""
    rows, columns = x.shape[-2:]
    high = max(min(rows, int(columns * height / width)), 1)
    wide = max(min(columns, int(rows * width / height)), 1)
    top, left = int((rows - high) / 2), int((columns - wide) / 2)
    return x[..., top : top + high, left : left + wide]
`,
};

export const centerCrop: PythonPart = {
  name: 'center_crop',
  uses: [cropToRatio],
  text: `def center_crop(x: Tensor, height: int, width: int) -> Tensor:
    """Keras's CenterCrop: a picture too small for it is enlarged."""
    rows, columns = x.shape[-2:]
    if rows < height or columns < width:
        cropped = crop_to_ratio(x, height, width)
        return F.interpolate(cropped, size=(height, width), mode="bilinear")
    top, left = int((rows - height) / 2), int((columns - width) / 2)
    return x[..., top : top + height, left : left + width]
`,
};
