import type { Config } from '../kerasGraph';

/** One of the layers that together do what an operation does. */
export interface Part {
  readonly className: string;
  readonly config: Config;
  /** What goes in: a tensor of the operation, or what comes out of a part before. */
  readonly from: readonly ({ readonly input: number } | { readonly part: number })[];
}

/** The layers of an operation in order; what comes out: of the last, or of several. */
export interface Parts {
  readonly parts: readonly Part[];
  /** By output of an operation with several, the part that it comes from. */
  readonly outputs?: readonly number[];
}

/** A layer without what goes in. */
export type Link = readonly [className: string, config?: Config];

/** Layers one behind the other, the first behind a tensor of the operation. */
export const chain = (links: readonly Link[], input = 0): Parts => ({ parts: linked(links, { input }) });

/** Layers one behind the other, to stand behind `before` other parts. */
export const linked = (links: readonly Link[], first: Part['from'][number], before = 0): readonly Part[] =>
  links.map(([className, config = {}], at) => ({
    className,
    config,
    from: [at === 0 ? first : { part: before + at - 1 }],
  }));

/** One layer of all tensors. */
export const merging = (className: string, count: number, config: Config = {}): Parts => ({
  parts: [{ className, config, from: Array.from({ length: count }, (_, input) => ({ input })) }],
});

/** One layer of the same tensor, several times. */
export const times = (className: string, count: number): Parts => ({
  parts: [{ className, config: {}, from: Array.from({ length: count }, () => ({ input: 0 })) }],
});
