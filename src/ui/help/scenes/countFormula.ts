import type { Weight } from '../../../compile/plan';
import { numberOf } from '../readParams';
import type { Subject } from '../subject';

/** The size of one weight written out, e.g. `kernel  3·3·1·8 = 72`. */
export interface CountFormula {
  readonly name: string;
  readonly text: string;
  readonly value: number;
  readonly trainable: boolean;
}

/** A size as product where it is one: 128 is four gates of 32 units. */
function axisText({ weights, params, inner }: Subject): (size: number) => string {
  const units = numberOf(inner?.params ?? params, 'units', 0);
  const { shape: [rows = 1, width = 1] = [] } = weights.find(({ name }) => name.endsWith('recurrentKernel')) ?? {};
  const gates = width / rows;
  return (size) => (gates > 1 && size === gates * units ? `(${gates}·${units})` : String(size));
}

const product = (shape: readonly number[], text: (size: number) => string = String) =>
  shape.length === 0 ? '1' : shape.map(text).join('·');
const size = (shape: readonly number[]) => shape.reduce((all, axis) => all * axis, 1);

/** Where the number of parameters comes from: a line per weight; for a model inside, a line per layer. */
export function countFormulas(subject: Subject): readonly CountFormula[] {
  const { weights, nested } = subject;
  if (!nested) {
    const text = axisText(subject);
    return weights.map(({ name, shape, trainable }) => ({
      name,
      text: product(shape, text),
      value: size(shape),
      trainable,
    }));
  }
  const layers = new Map<string, Weight[]>();
  for (const weight of weights) {
    const layer = weight.name.slice(0, weight.name.lastIndexOf('/'));
    layers.set(layer, [...(layers.get(layer) ?? []), weight]);
  }
  return [...layers].map(([name, own]) => ({
    name,
    text: own.map((weight) => product(weight.shape)).join(' + '),
    value: own.reduce((sum, { shape }) => sum + size(shape), 0),
    trainable: own.some(({ trainable }) => trainable),
  }));
}
