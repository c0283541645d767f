import { type Setting, combinations, on } from './combinations';

const rates = combinations({ rate: [0, 0.25, 0.9] });

export const settings: readonly Setting[] = [
  ...['dropout', 'gaussianDropout', 'alphaDropout', 'spatialDropout2d'].flatMap((type) => on(type, [[4, 4, 2]], rates)),
  ...on('spatialDropout1d', [[5, 3]], rates),
  ...on('spatialDropout3d', [[2, 4, 3, 2]], rates),
  ...on('gaussianNoise', [[4, 4, 2]], combinations({ stddev: [0, 0.1, 1] })),
];
