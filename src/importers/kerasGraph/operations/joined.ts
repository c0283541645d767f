import { type Operation, numberAt, placeOf, rankOf } from './operation';
import { type Part, type Parts, linked, merging } from './part';
import { toSizes } from './reshaping';

type Rule = (operation: Operation) => Parts | null;

/** Without an axis it is the first: samples are not joined. */
const concatenate: Rule = (operation) => {
  const axis = numberAt(operation, 0, 'axis') ?? 0;
  const { length } = operation.shapes;
  return length > 1 && placeOf(axis, rankOf(operation) ?? Infinity) !== 0
    ? merging('Concatenate', length, { axis })
    : null;
};

const hstack: Rule = ({ shapes }) => (shapes.length > 1 ? merging('Concatenate', shapes.length, { axis: 1 }) : null);

/** Tensors along an axis that they get for it. */
const stack: Rule = ({ shapes, ...operation }) => {
  const [shape] = shapes;
  const axis = shape ? placeOf(numberAt({ shapes, ...operation }, 0, 'axis') ?? 0, shape.length + 1) : null;
  const link = shape && axis ? toSizes([...shape.slice(0, axis), 1, ...shape.slice(axis)]) : null;
  if (!axis || !link || shapes.length < 2) return null;
  const apart = shapes.flatMap((_, input) => linked([link], { input }));
  const joined: Part = { className: 'Concatenate', config: { axis }, from: apart.map((_, part) => ({ part })) };
  return { parts: [...apart, joined] };
};

export const joining: Readonly<Record<string, Rule>> = { concatenate, hstack, stack };
