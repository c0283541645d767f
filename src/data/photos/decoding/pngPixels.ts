interface Size {
  readonly width: number;
  readonly height: number;
  readonly pixelBits: number;
  readonly interlaced: boolean;
}

interface Pass {
  readonly left: number;
  readonly top: number;
  readonly across: number;
  readonly down: number;
}

/** Adam7: first pixel and steps of each pass. */
const adam7: readonly Pass[] = [
  { left: 0, top: 0, across: 8, down: 8 },
  { left: 4, top: 0, across: 8, down: 8 },
  { left: 0, top: 4, across: 4, down: 8 },
  { left: 2, top: 0, across: 4, down: 4 },
  { left: 0, top: 2, across: 2, down: 4 },
  { left: 1, top: 0, across: 2, down: 2 },
  { left: 0, top: 1, across: 1, down: 2 },
];
const whole: readonly Pass[] = [{ left: 0, top: 0, across: 1, down: 1 }];

/** So many bytes out of zlib's compression; what follows them is of no interest. Throws where there are fewer. */
async function inflated(pieces: readonly Uint8Array<ArrayBuffer>[], size: number): Promise<Uint8Array> {
  const raw = new Uint8Array(size);
  const reader = new Blob([...pieces]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  let at = 0;
  while (at < size) {
    const { done, value } = await reader.read();
    if (done) throw new Error('This PNG is damaged: pixels are missing.');
    raw.set(value.subarray(0, size - at), at);
    at += value.length;
  }
  // Rejects where something is wrong behind the last pixel, which no longer matters.
  await reader.cancel().catch(() => undefined);
  return raw;
}

/** Undoes the filters of rows in place; each begins with the number of its filter. */
function unfilter(raw: Uint8Array, from: number, stride: number, rows: number, pixel: number): void {
  for (let y = 0; y < rows; y++) {
    const start = from + y * (stride + 1) + 1;
    const above = start - stride - 1;
    const filter = raw[start - 1]!;
    if (filter > 4) throw new Error('This PNG is damaged: a row has no filter.');
    if (filter === 0) continue;
    for (let x = 0; x < stride; x++) {
      const left = x < pixel ? 0 : raw[start + x - pixel]!;
      const up = y === 0 ? 0 : raw[above + x]!;
      const corner = y === 0 || x < pixel ? 0 : raw[above + x - pixel]!;
      raw[start + x]! += [0, left, up, (left + up) >> 1, filter === 4 ? paeth(left, up, corner) : 0][filter]!;
    }
  }
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
}

/** The pixels row by row without gaps, each row beginning at a byte. Throws for damaged data. */
export async function pngPixels(
  data: readonly Uint8Array<ArrayBuffer>[],
  { width, height, pixelBits, interlaced }: Size,
): Promise<Uint8Array> {
  const passes = (interlaced ? adam7 : whole)
    .map((pass) => ({
      ...pass,
      columns: Math.ceil((width - pass.left) / pass.across),
      rows: Math.ceil((height - pass.top) / pass.down),
    }))
    .filter(({ columns, rows }) => columns > 0 && rows > 0);
  const strideOf = (columns: number) => Math.ceil((columns * pixelBits) / 8);
  const size = passes.reduce((sum, { columns, rows }) => sum + (strideOf(columns) + 1) * rows, 0);
  const raw = await inflated(data, size);
  const stride = strideOf(width);
  const pixels = new Uint8Array(stride * height);
  const bytes = Math.max(1, pixelBits >> 3);
  const mask = 2 ** pixelBits - 1;
  let from = 0;
  for (const { left, top, across, down, columns, rows } of passes) {
    const own = strideOf(columns);
    unfilter(raw, from, own, rows, bytes);
    for (let y = 0; y < rows; y++, from += own + 1) {
      const start = from + 1;
      const to = (top + y * down) * stride;
      if (across === 1 && left === 0) pixels.set(raw.subarray(start, start + own), to);
      else if (pixelBits >= 8) {
        for (let x = 0; x < columns; x++) {
          const at = to + (left + x * across) * bytes;
          for (let byte = 0; byte < bytes; byte++) pixels[at + byte] = raw[start + x * bytes + byte]!;
        }
      } else {
        for (let x = 0; x < columns; x++) {
          const [bit, place] = [x * pixelBits, (left + x * across) * pixelBits];
          const value = (raw[start + (bit >> 3)]! >> (8 - pixelBits - (bit & 7))) & mask;
          pixels[to + (place >> 3)]! |= value << (8 - pixelBits - (place & 7));
        }
      }
    }
  }
  return pixels;
}
