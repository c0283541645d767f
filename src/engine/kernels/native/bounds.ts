import type { Bounds } from './product';

const bounds: Readonly<Record<string, Bounds>> = {
  linear: [-Infinity, Infinity],
  relu: [0, Infinity],
  relu6: [0, 6],
};

/** What an activation does where it only cuts values off; null for any other. */
export const boundsOf = (activation: string): Bounds | null =>
  Object.hasOwn(bounds, activation) ? bounds[activation]! : null;
