import { activations } from '../../../src/brick/fields';
import { type Setting, combinations, on } from './combinations';

const limits = combinations({ maxValue: [null, 6, 2], negativeSlope: [0, 0.2], threshold: [0, 1] });

export const settings: readonly Setting[] = [[9], [4, 5], [3, 4, 5]].flatMap((shape) => [
  ...on('activation', [shape], combinations({ activation: activations }), { inputRange: 6 }),
  ...on('relu', [shape], limits, { inputRange: 8 }),
]);
