import type { Weight } from '../../compile/plan';
import type { Subject } from './subject';

/** The size of one weight written out, e.g. `kernel  3·3·1·8 = 72`. */
export interface CountFormula {
  readonly name: string;
  readonly text: string;
  readonly value: number;
  readonly trainable: boolean;
}

const product = (shape: readonly number[]) => (shape.length === 0 ? '1' : shape.join('·'));
const size = (shape: readonly number[]) => shape.reduce((all, axis) => all * axis, 1);

/** Where the number of parameters comes from: a line per weight; for a model inside, a line per layer. */
export function countFormulas({ weights, nested }: Pick<Subject, 'weights' | 'nested'>): readonly CountFormula[] {
  if (!nested)
    return weights.map(({ name, shape, trainable }) => ({ name, text: product(shape), value: size(shape), trainable }));
  const layers = new Map<string, Weight[]>();
  for (const weight of weights) {
    const layer = weight.name.slice(0, weight.name.lastIndexOf('/'));
    layers.set(layer, [...(layers.get(layer) ?? []), weight]);
  }
  return [...layers].map(([name, own]) => ({
    name,
    text: own.map(({ shape }) => product(shape)).join(' + '),
    value: own.reduce((sum, { shape }) => sum + size(shape), 0),
    trainable: own.some(({ trainable }) => trainable),
  }));
}
