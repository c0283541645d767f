import type { Activation } from '../../engine/protocol/prediction';

/** One feature map scaled to 0 … 1, row by row. */
export interface Tile {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** Most feature maps shown on a brick. */
export const mostTiles = 4;
/** Vectors are folded into rows of this many values. */
const stripWidth = 16;

/** The first feature maps of an image, or a vector as a small picture. All tiles share one scale. */
export function activationTiles({ shape, values }: Activation, most = mostTiles): readonly Tile[] {
  const [height, width, channels] = shape;
  if (shape.length === 3 && height && width && channels) {
    return Array.from({ length: Math.min(most, channels) }, (_, channel) => {
      const tile = new Float32Array(height * width);
      for (let index = 0; index < tile.length; index++) tile[index] = values[index * channels + channel] ?? 0;
      return { width, height, values: scaled(tile) };
    });
  }
  const shown = values.subarray(0, Math.min(values.length, stripWidth * stripWidth));
  const across = Math.min(stripWidth, shown.length);
  if (across === 0) return [];
  const down = Math.ceil(shown.length / across);
  const tile = new Float32Array(across * down);
  tile.set(shown);
  return [{ width: across, height: down, values: scaled(tile) }];
}

function scaled(values: Float32Array): Float32Array {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const range = high - low;
  return range > 0 && Number.isFinite(range) ? values.map((value) => (value - low) / range) : values.map(() => 0);
}

/** Dark blue through orange to white: readable in both themes and without telling red from green. */
function heat(value: number): readonly [number, number, number] {
  const stops = [
    [16, 24, 64],
    [122, 40, 120],
    [238, 122, 52],
    [255, 246, 214],
  ] as const;
  const at = Math.min(0.9999, Math.max(0, value)) * (stops.length - 1);
  const low = stops[Math.floor(at)]!;
  const high = stops[Math.floor(at) + 1]!;
  const part = at - Math.floor(at);
  return [0, 1, 2].map((axis) => Math.round(low[axis]! + (high[axis]! - low[axis]!) * part)) as [
    number,
    number,
    number,
  ];
}

/** Draws tiles beside each other, one pixel a value; the size on the page is the style's. */
export function drawTiles(canvas: HTMLCanvasElement, tiles: readonly Tile[]): void {
  const context = canvas.getContext('2d');
  const first = tiles[0];
  if (!context || !first) return;
  canvas.width = tiles.length * (first.width + 1) - 1;
  canvas.height = first.height;
  tiles.forEach((tile, index) => {
    const image = context.createImageData(tile.width, tile.height);
    tile.values.forEach((value, pixel) => image.data.set([...heat(value), 255], pixel * 4));
    context.putImageData(image, index * (first.width + 1), 0);
  });
}
