import type { OptimizerRecord } from '../optimizer';
import { share } from '../setting';
import { adam } from './adam';

export { adamRule as adamwRule } from './adam';

const { learningRate, ...others } = adam.settings;

/** Adam whose weights shrink, as Keras has it by default. */
export const adamw: OptimizerRecord = {
  ...adam,
  keras: 'AdamW',
  settings: { learningRate: learningRate!, weightDecay: { ...share(0.004), step: 0.001 }, ...others },
};
