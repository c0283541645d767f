import { type Operation, argument, numbersOf, placeOf } from './operation';
import { type Link, type Parts, chain } from './part';

type Rule = (operation: Operation) => Parts | null;

const negative: Link = ['Rescaling', { scale: -1, offset: 0 }];

/** Layers that bring all places of a sequence, picture or video to one. */
function pooling(kind: 'Average' | 'Max', axes: number, keepdims: boolean): Link {
  return [`Global${kind}Pooling${axes}D`, { keepdims }];
}

/** What is reduced: its layers, and over how many values; null where no layers do so. */
function reduced(
  operation: Operation,
  kind: 'Average' | 'Max',
): { links: readonly Link[]; count: number | null } | null {
  const shape = operation.shapes[0] ?? null;
  const given = numbersOf(argument(operation, 0, 'axis'));
  const keeps = argument(operation, 1, 'keepdims', 'keep_dims') === true;
  if (operation.shapes.length !== 1 || given === null) return null;
  // Of a file without shapes the axes alone tell how many there are: those between batch and channels.
  const rank = shape?.length ?? given.length + 2;
  const axes = given.map((axis) => placeOf(axis, rank)).toSorted((a, b) => (a ?? 0) - (b ?? 0));
  if (axes.includes(null)) return null;
  const sizes = axes.map((axis) => shape?.[axis!] ?? null);
  const count = sizes.reduce((all, size) => (all === null || size === null ? null : all * size), 1 as number | null);
  const between = Array.from({ length: rank - 2 }, (_, at) => at + 1);
  if (rank >= 3 && rank <= 5 && axes.join() === between.join())
    return { links: [pooling(kind, rank - 2, keeps)], count };
  const turned: Link = ['Permute', { dims: [2, 1] }];
  if (rank === 3 && axes.join() === '2')
    return { links: [turned, pooling(kind, 1, keeps), ...(keeps ? [turned] : [])], count };
  if (rank === 2 && axes.join() === '1' && keeps && count !== null)
    return { links: [['Reshape', { target_shape: [count, 1] }], pooling(kind, 1, false)], count };
  return null;
}

const mean: Rule = (operation) => {
  const found = reduced(operation, 'Average');
  return found && chain(found.links);
};

const max: Rule = (operation) => {
  const found = reduced(operation, 'Max');
  return found && chain(found.links);
};

/** The smallest is the opposite of the largest of the opposites. */
const min: Rule = (operation) => {
  const found = reduced(operation, 'Max');
  return found && chain([negative, ...found.links, negative]);
};

/** The mean times the number of values. */
const sum: Rule = (operation) => {
  const found = reduced(operation, 'Average');
  return found?.count ? chain([...found.links, ['Rescaling', { scale: found.count, offset: 0 }]]) : null;
};

export const reductions: Readonly<Record<string, Rule>> = { mean, max, amax: max, min, amin: min, sum };
