import { larger, smaller } from './bounds';
import type { Operation } from './operation';
import { type Link, type Parts, chain, merging, times } from './part';

type Rule = (operation: Operation) => Parts | null;

const rescaled = (scale: number, offset: number): readonly Link[] => [['Rescaling', { scale, offset }]];

/** Names of the numbers in front of a tensor and behind one. */
const front = ['x1', 'x'];
const behind = ['x2', 'y', 'other', 'value', 'a', 'exponent'];

/** The one number that is given beside one tensor, and whether it stands in front of it. */
function numberIn({ args, named, shapes }: Operation): { readonly value: number; readonly first: boolean } | null {
  if (shapes.length !== 1) return null;
  for (const [names, first] of [[front, true] as const, [behind, false] as const]) {
    const value = names.map((name) => named[name] ?? null).find((each) => typeof each === 'number');
    if (typeof value === 'number') return { value, first };
  }
  const at = args.findIndex((each) => 'value' in each && typeof each.value === 'number');
  const found = args[at];
  return found && 'value' in found ? { value: found.value as number, first: at === 0 && args.length > 1 } : null;
}

/** Tensors of as many axes: others are broadcast along the batch. */
const isEven = ({ shapes }: Operation) => new Set(shapes.flatMap((shape) => (shape ? [shape.length] : []))).size <= 1;

/** Two or more tensors by a layer that merges, a tensor and a number by others. */
const either =
  (className: string | null, byNumber: (value: number, first: boolean) => readonly Link[] | null): Rule =>
  (operation) => {
    const { length } = operation.shapes;
    if (length > 1) return className !== null && isEven(operation) ? merging(className, length) : null;
    const number = numberIn(operation);
    const links = number && byNumber(number.value, number.first);
    return links && chain(links);
  };

const divided = either(null, (value, first) => (first || value === 0 ? null : rescaled(1 / value, 0)));

const alone =
  (parts: Parts): Rule =>
  ({ shapes, args }) =>
    shapes.length === 1 && args.length <= 1 ? parts : null;

const square = times('Multiply', 2);

/** |x| is the larger of x and −x. */
const magnitude: Parts = {
  parts: [
    { className: 'Rescaling', config: { scale: -1, offset: 0 }, from: [{ input: 0 }] },
    { className: 'Maximum', config: {}, from: [{ input: 0 }, { part: 0 }] },
  ],
};

/** Whole powers, as far as a product is no longer than what it stands for. */
const power: Rule = (operation) => {
  const number = numberIn(operation);
  if (!number || number.first) return null;
  if (number.value === 1) return chain([['Identity']]);
  return [2, 3, 4].includes(number.value) ? times('Multiply', number.value) : null;
};

/** Of two sequences: rows of the one by columns of the other. */
const matmul: Rule = ({ shapes }) =>
  shapes.length === 2 && shapes.every((shape) => shape?.length === 3)
    ? merging('Dot', 2, { axes: [2, 1], normalize: false })
    : null;

const several =
  (className: string): Rule =>
  (operation) =>
    operation.shapes.length > 1 && isEven(operation) ? merging(className, operation.shapes.length) : null;

export const arithmetic: Readonly<Record<string, Rule>> = {
  add: either('Add', (value) => rescaled(1, value)),
  subtract: either('Subtract', (value, first) => (first ? rescaled(-1, value) : rescaled(1, -value))),
  multiply: either('Multiply', (value) => rescaled(value, 0)),
  divide: divided,
  true_divide: divided,
  maximum: either('Maximum', larger),
  minimum: either('Minimum', smaller),
  add_n: several('Add'),
  average: several('Average'),
  negative: alone(chain(rescaled(-1, 0))),
  absolute: alone(magnitude),
  square: alone(square),
  power,
  matmul,
};
