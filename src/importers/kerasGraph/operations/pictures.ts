import { isList } from '../json';
import { type Operation, argument, isUsual, numbersOf, rankOf } from './operation';
import { type Parts, chain } from './part';

type Rule = (operation: Operation) => Parts | null;

const isLast = (operation: Operation) => isUsual(argument(operation, 9, 'data_format'), 'channels_last');

const resize: Rule = (operation) => {
  const size = numbersOf(argument(operation, 0, 'size'));
  const how = argument(operation, 1, 'interpolation', 'method') ?? 'bilinear';
  const plain = ['antialias', 'crop_to_aspect_ratio', 'pad_to_aspect_ratio', 'preserve_aspect_ratio'];
  if (size?.length !== 2 || typeof how !== 'string' || !isLast(operation)) return null;
  if (!plain.every((name) => isUsual(argument(operation, 9, name), false))) return null;
  return chain([['Resizing', { height: size[0]!, width: size[1]!, interpolation: how.toLowerCase() }]]);
};

/** The largest or mean value of every window. */
const pooled =
  (kind: 'Average' | 'Max'): Rule =>
  (operation) => {
    const rank = rankOf(operation);
    const size = argument(operation, 0, 'pool_size');
    const strides = argument(operation, 1, 'strides') ?? size;
    const padding = argument(operation, 2, 'padding') ?? 'valid';
    if (rank === null || rank < 3 || rank > 5 || !numbersOf(size) || !isLast(operation)) return null;
    // Of a sequence the window is one number.
    const plain = (value: typeof size) => (rank === 3 && isList(value) && value.length === 1 ? value[0]! : value!);
    return chain([[`${kind}Pooling${rank - 2}D`, { pool_size: plain(size), strides: plain(strides), padding }]]);
  };

export const pictures: Readonly<Record<string, Rule>> = {
  resize,
  max_pool: pooled('Max'),
  average_pool: pooled('Average'),
};
