import type { WeightsEntry } from '../../src/document/architecture';

/** Bytes and MD5 of a file as Keras publishes it (`keras/src/applications/*.py`). */
export type Published = readonly [bytes: number, md5: string];

interface WeightFiles {
  readonly architecture: string;
  readonly size: number;
  /** Where the architecture has several widths. */
  readonly alpha?: number;
  /** At Keras, up to what names a file without the top, and `.h5`. */
  readonly path: string;
  readonly noTop: '_notop' | '_no_top';
  /** With the top, and without it. */
  readonly published?: readonly [Published, Published];
}

/** The files of an architecture of one width and size, with its top and without. */
export function weightFiles({ architecture, size, alpha, path, noTop, published }: WeightFiles): WeightsEntry[] {
  const id = alpha === undefined ? architecture : `${architecture}-${alpha}-${size}`;
  return [true, false].map((includeTop, index) => ({
    id: includeTop ? id : `${id}-no-top`,
    architecture,
    includeTop,
    alpha: alpha ?? 1,
    size,
    bytes: published?.[index]?.[0] ?? null,
    md5: published?.[index]?.[1] ?? null,
    places: [{ server: 'keras', path: `${path}${includeTop ? '' : noTop}.h5` }],
  }));
}
