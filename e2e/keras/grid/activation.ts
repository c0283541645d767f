import { activations } from '../../../src/brick/fields';
import { type Setting, combinations, on } from './combinations';

export const settings: readonly Setting[] = [[9], [4, 5], [3, 4, 5]].flatMap((shape) =>
  on('activation', [shape], combinations({ activation: activations }), { inputRange: 6 }),
);
