import { choice } from '../fields';
import { type Shape, needsRank } from '../shape';

/** How Keras's layers write whole numbers as rows: `encode_categorical_inputs`. */
export type Encoding = 'int' | 'one_hot' | 'multi_hot' | 'count';

export const encodedOrWhole = () => choice(['int', 'one_hot', 'multi_hot', 'count'], 'int');
export const encodedOnly = () => choice(['multi_hot', 'one_hot', 'count'], 'multi_hot');

/**
 * Shape of whole numbers below `depth` so written: a row of `depth` for each of them, in place of a last axis of size 1, or
 * one for all of a sample. Throws `ShapeError('rank')`.
 */
export function encodedShape(x: Shape | undefined, mode: Encoding, depth: number): Shape {
  if (mode === 'int') return needsRank(x, 1, 2, 3, 4, 5);
  if (mode !== 'one_hot') return [...needsRank(x, 1).slice(0, -1), depth];
  const shape = needsRank(x, 1, 2, 3);
  return [...(shape.at(-1) === 1 ? shape.slice(0, -1) : shape), depth];
}

const modes = {
  en: 'A row of zeros with a 1 for each number (one_hot), one row for all of a sample (multi_hot), or how often each comes (count)',
  ko: '숫자마다 하나만 1인 행(one_hot), 샘플 전체를 합친 행 하나(multi_hot), 또는 나온 횟수(count)',
};
export const encodingWords = {
  en: { only: modes.en, orWhole: `The number itself (int). ${modes.en}` },
  ko: { only: modes.ko, orWhole: `번호 그대로(int), ${modes.ko}` },
};
