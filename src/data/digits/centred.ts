/** Box of the pixels that are not black, in a picture of grey values; null when all are. */
function inkBox(values: ArrayLike<number>, width: number, height: number) {
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if ((values[y * width + x] ?? 0) < 24) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** Where a drawing must be cut and put so that it looks like an MNIST digit. */
export interface Placement {
  readonly from: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  readonly to: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

/**
 * MNIST's own preparation (LeCun 1998): the ink fits a box of 20 of the 28 pixels, and its centre of mass lies in the
 * middle. `size` is the side of the square result. Null for an empty drawing.
 */
export function centred(values: ArrayLike<number>, width: number, height: number, size: number): Placement | null {
  const from = inkBox(values, width, height);
  if (from === null) return null;
  const scale = (size * 20) / 28 / Math.max(from.width, from.height);
  let [mass, massX, massY] = [0, 0, 0];
  for (let y = from.top; y < from.top + from.height; y++)
    for (let x = from.left; x < from.left + from.width; x++) {
      const ink = values[y * width + x] ?? 0;
      mass += ink;
      massX += ink * (x + 0.5 - from.left);
      massY += ink * (y + 0.5 - from.top);
    }
  const to = {
    left: size / 2 - (massX / mass) * scale,
    top: size / 2 - (massY / mass) * scale,
    width: from.width * scale,
    height: from.height * scale,
  };
  return { from, to };
}
