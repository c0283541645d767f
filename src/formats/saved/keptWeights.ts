import type { Step } from '../../compile/plan';
import { type SavedFormat, savedEndings } from './savedFormat';

/** A layer that nothing here computes does not go into a format: the file that it came in tells too little. */
export class KeptRefused extends Error {
  override readonly name = 'KeptRefused';
  constructor(
    readonly layer: string,
    readonly className: string,
    /** Endings of files, and of those that take it. */
    readonly format: string,
    readonly instead: string,
  ) {
    super(`${layer} cannot be saved as ${format}.`);
  }
}

/** By its name: the command line's engine is a bundle with a class of its own. */
export const isKeptRefused = (error: unknown): error is KeptRefused =>
  error instanceof Error && error.name === 'KeptRefused' && 'instead' in error;

/** As `.keras` names weights: by the place of the layer inside that has them, and a number. */
const numbered = /(^|\/)vars\/\d+$/;
const placeOf = (name: string) => name.slice(0, Math.max(0, name.lastIndexOf('/')));

/**
 * Names of the weights of a layer that nothing here computes, as a format has them. A `.keras` finds weights by the place
 * of the layer inside, an `.h5` by their order, TensorFlow.js by their names: where all are in one place each goes into the
 * other. Throws `KeptRefused`.
 */
export function keptNames({ name, call, weights }: Step, format: SavedFormat): readonly string[] {
  const names = weights.map((weight) => weight.name);
  if (names.length === 0) return [];
  const isNumbered = names.every((each) => numbered.test(each));
  const isOnePlace = new Set(names.map(placeOf)).size === 1;
  const refused = (instead: SavedFormat) =>
    new KeptRefused(name, call.kept?.className ?? call.keras, savedEndings[format], savedEndings[instead]);
  if (format === 'keras' || format === 'weights') {
    if (isNumbered) return names;
    if (isOnePlace && placeOf(names[0]!) === '') return names.map((_, index) => `vars/${index}`);
    throw refused('h5');
  }
  if (!isNumbered) return names;
  if (format === 'h5' && isOnePlace) return names;
  throw refused('keras');
}

/** `Block` of `shop>Block`. */
export const bareClass = (className: string): string => className.slice(className.lastIndexOf('>') + 1);
