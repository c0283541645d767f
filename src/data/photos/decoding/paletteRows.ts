import type { Rows } from '../resize';

/** Rows of a picture of indices with a colour for each: red, green, blue and alpha. */
export function paletteRows(
  indices: Uint8Array,
  width: number,
  height: number,
  colourOf: (index: number) => readonly number[],
): Rows {
  const colours = new Uint8Array(1024);
  for (let index = 0; index < 256; index++) colours.set(colourOf(index), index * 4);
  const row = new Uint8Array(width * 4);
  return {
    width,
    height,
    row(y) {
      for (let x = 0; x < width; x++) {
        const from = indices[y * width + x]! * 4;
        for (let part = 0; part < 4; part++) row[x * 4 + part] = colours[from + part]!;
      }
      return row;
    },
  };
}
