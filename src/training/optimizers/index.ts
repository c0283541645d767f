import type { OptimizerRecord } from '../optimizer';
import { adadelta } from './adadelta';
import { adagrad } from './adagrad';
import { adam } from './adam';
import { adamax } from './adamax';
import { adamw } from './adamw';
import { ftrl } from './ftrl';
import { lion } from './lion';
import { momentum } from './momentum';
import { nadam } from './nadam';
import { rmsprop } from './rmsprop';
import { sgd } from './sgd';

/** All optimizers by the name that documents have, in the order in which they are offered. */
export const optimizerRecords = {
  sgd,
  momentum,
  adam,
  adamw,
  nadam,
  rmsprop,
  adagrad,
  adadelta,
  adamax,
  lion,
  ftrl,
} satisfies Readonly<Record<string, OptimizerRecord>>;
