import type { MetricRecord } from '../metric';
import { accuracy } from './accuracy';
import { auc } from './auc';
import { cosineSimilarity } from './cosineSimilarity';
import { f1Score } from './f1Score';
import { meanAbsoluteError } from './meanAbsoluteError';
import { meanAbsolutePercentageError } from './meanAbsolutePercentageError';
import { meanIou } from './meanIou';
import { meanSquaredError } from './meanSquaredError';
import { meanSquaredLogarithmicError } from './meanSquaredLogarithmicError';
import { precision } from './precision';
import { r2Score } from './r2Score';
import { recall } from './recall';
import { rootMeanSquaredError } from './rootMeanSquaredError';
import { topKCategoricalAccuracy } from './topKCategoricalAccuracy';

/** All metrics by the name that documents have, in the order in which they are offered. */
export const metricRecords = {
  accuracy,
  topKCategoricalAccuracy,
  precision,
  recall,
  f1Score,
  auc,
  meanIou,
  meanSquaredError,
  rootMeanSquaredError,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanSquaredLogarithmicError,
  r2Score,
  cosineSimilarity,
} satisfies Readonly<Record<string, MetricRecord>>;
