/** Feature maps drawn at most. */
export const mostMaps = 128;

/** How an activation is drawn: an image as one map per channel; a vector as one map of nearly square form. */
export function mapsOf(shape: readonly number[]): {
  readonly width: number;
  readonly height: number;
  readonly maps: readonly number[];
  /** Channels of an image, values of anything else. */
  readonly all: number;
} {
  const [first = 1, second = 1, third = 1] = shape;
  if (shape.length === 3)
    return {
      width: second,
      height: first,
      maps: Array.from({ length: Math.min(third, mostMaps) }, (_, map) => map),
      all: third,
    };
  const all = shape.reduce((product, size) => product * size, 1);
  if (shape.length === 2) return { width: second, height: first, maps: [0], all };
  const width = all <= 32 ? all : Math.ceil(Math.sqrt(all * 2));
  return { width, height: Math.ceil(all / width), maps: [0], all };
}
