/** Where the frozen part of a model ends, what is kept of it, and what that saves. */
export interface Cut {
  /** Layers whose outputs are kept, by path. */
  readonly layers: readonly string[];
  /** Layers before the cut. */
  readonly frozen: number;
  readonly bytes: number;
  readonly where: 'memory' | 'disk';
  /** The disk has no room for all of it: the next page computes the rest again. */
  readonly full: boolean;
  /** Pictures computed anew, and taken from before. */
  readonly computed: number;
  readonly reused: number;
  /** What computing took, now or whenever it was done. */
  readonly seconds: number;
  /** What every epoch is shorter by. */
  readonly savedPerEpoch: number;
}

/** Why no features are kept. */
export type NoCut = 'off' | 'nothingFrozen' | 'augmented' | 'noRoom';
