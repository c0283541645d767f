import type { MetricRule } from '../metric';
import type { metricRecords } from './index';
import { accuracyRule } from './accuracy';
import { aucRule } from './aucRule';
import { cosineSimilarityRule } from './cosineSimilarity';
import { f1ScoreRule } from './f1Score';
import { meanAbsoluteErrorRule } from './meanAbsoluteError';
import { meanAbsolutePercentageErrorRule } from './meanAbsolutePercentageError';
import { meanIouRule } from './meanIou';
import { meanSquaredErrorRule } from './meanSquaredError';
import { meanSquaredLogarithmicErrorRule } from './meanSquaredLogarithmicError';
import { precisionRule } from './precision';
import { r2ScoreRule } from './r2Score';
import { recallRule } from './recall';
import { rootMeanSquaredErrorRule } from './rootMeanSquaredError';
import { topKCategoricalAccuracyRule } from './topKCategoricalAccuracy';

/** What every metric adds up: apart from the records, so that a page that computes nothing does not carry it. */
export const metricRules: Readonly<Record<keyof typeof metricRecords, MetricRule>> = {
  accuracy: accuracyRule,
  topKCategoricalAccuracy: topKCategoricalAccuracyRule,
  precision: precisionRule,
  recall: recallRule,
  f1Score: f1ScoreRule,
  auc: aucRule,
  meanIou: meanIouRule,
  meanSquaredError: meanSquaredErrorRule,
  rootMeanSquaredError: rootMeanSquaredErrorRule,
  meanAbsoluteError: meanAbsoluteErrorRule,
  meanAbsolutePercentageError: meanAbsolutePercentageErrorRule,
  meanSquaredLogarithmicError: meanSquaredLogarithmicErrorRule,
  r2Score: r2ScoreRule,
  cosineSimilarity: cosineSimilarityRule,
};
