/**
 * Undoes the run-length encoding of a BMP (of 4 bits where `half`, else of 8): one byte for each index, rows in the order
 * of the file, what is skipped is 0. Throws where the file ends before the picture, as Pillow does.
 */
export function bmpRuns(data: Uint8Array, width: number, height: number, half: boolean): Uint8Array {
  const count = width * height;
  const indices = new Uint8Array(count);
  let [at, to, x] = [0, 0, 0];
  while (to < count) {
    const [length, value] = [data[at], data[at + 1]];
    if (length === undefined || value === undefined) break;
    at += 2;
    if (length > 0) {
      const fitting = Math.min(length, Math.max(0, width - x));
      for (let place = 0; place < fitting; place++)
        indices[to + place] = half ? (place % 2 === 0 ? value >> 4 : value & 15) : value;
      to += fitting;
      x += fitting;
    } else if (value === 0) {
      to = Math.ceil(to / width) * width;
      x = 0;
    } else if (value === 1) break;
    else if (value === 2) {
      to += Math.min(count - to, (data[at] ?? 0) + (data[at + 1] ?? 0) * width);
      x = to % width;
      at += 2;
    } else {
      const plain = Math.min(count - to, value);
      const bytes = half ? Math.ceil(plain / 2) : plain;
      for (let place = 0; place < plain; place++) {
        const byte = data[at + (half ? place >> 1 : place)];
        if (byte === undefined) throw new Error('This BMP is cut off.');
        indices[to + place] = half ? (place % 2 === 0 ? byte >> 4 : byte & 15) : byte;
      }
      to += plain;
      x += value;
      // Such a run ends at an even place.
      at += bytes + (bytes % 2);
    }
  }
  if (to < count) throw new Error('This BMP is cut off.');
  return indices;
}
