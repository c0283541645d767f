import { type Setting, combinations, on } from './combinations';

export const settings: readonly Setting[] = [...on('dropout', [[4, 4, 2]], combinations({ rate: [0, 0.25, 0.9] }))];
