import type { OptimizerRule } from '../optimizer';
import type { optimizerRecords } from './index';
import { adadeltaRule } from './adadelta';
import { adagradRule } from './adagrad';
import { adamRule } from './adam';
import { adamaxRule } from './adamax';
import { adamwRule } from './adamw';
import { ftrlRule } from './ftrl';
import { lionRule } from './lion';
import { momentumRule } from './momentum';
import { nadamRule } from './nadam';
import { rmspropRule } from './rmsprop';
import { sgdRule } from './sgd';

/** What every optimizer computes: apart from the records, so that a page that computes nothing does not carry it. */
export const optimizerRules: Readonly<Record<keyof typeof optimizerRecords, OptimizerRule>> = {
  sgd: sgdRule,
  momentum: momentumRule,
  adam: adamRule,
  adamw: adamwRule,
  nadam: nadamRule,
  rmsprop: rmspropRule,
  adagrad: adagradRule,
  adadelta: adadeltaRule,
  adamax: adamaxRule,
  lion: lionRule,
  ftrl: ftrlRule,
};
