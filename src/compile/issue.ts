import type { Shape, ShapeProblems } from '../brick/shape';
import type { Fix } from '../document/fix';

export type { Fix };

/** Problems that are not about shapes. */
export interface GraphProblems {
  /** Nothing is connected to this input. */
  missingInput: { port: number };
  /** The brick is connected to nothing; it is left out of the model. */
  loose: Record<string, never>;
  /** The wires run in a circle. */
  cycle: { through: readonly string[] };
  /** This version does not know the brick. */
  unknownBrick: { type: string };
  /** Stands for a layer that nothing here computes. */
  placeholder: { layer: string };
  /** A parameter's value is not allowed. `allowed` says what is, e.g. `1 … 1000000`. */
  parameter: { param: string; value: string; allowed: string };
  /** An input brick cannot take an input. */
  unexpectedInput: { from: string };
  /** Two wires into an input that takes one. */
  doubleInput: { from: readonly string[] };
  /** A wire from a brick that is not there. */
  danglingEdge: { from: string };
  /** The document is empty or has no input brick. */
  noInput: Record<string, never>;
  /** The backbone's architecture is not known. */
  unknownArchitecture: { architecture: string };
  /** A stateful layer without an input that fixes the batch size. */
  openBatch: Record<string, never>;
  /** The layer takes no mask of time steps; `from` makes the one that comes. */
  maskRefused: { from: string };
  /** The layer computes with fractions; `from` is the input of whole numbers that come. */
  wholeRefused: { from: string };
  /** The layer, which `of` makes, is built for another input than the one that comes here. */
  sharedShape: { of: string; expected: Shape; got: Shape };
  /** A mask of time steps comes to one use of a layer alone: to this, or to `of`. */
  sharedMask: { of: string };
}

export type Problems = ShapeProblems & GraphProblems;
export type ProblemCode = keyof Problems;

/** A problem at its place, as data; the sentence is made in `src/i18n/troubles/issues.ts`. `where` is a node's name, or null for the whole document. */
export type Issue = {
  readonly [C in ProblemCode]: {
    readonly code: C;
    readonly where: string | null;
    readonly data: Problems[C];
    readonly severity: 'error' | 'warning';
    readonly fixes: readonly Fix[];
  };
}[ProblemCode];

/** A problem, before anyone has said where. */
export type Problem = { readonly code: ProblemCode; readonly data: Problems[ProblemCode] };
