import type { MetricRecord } from '../metric';

/** The area under the ROC curve, by 200 thresholds, over all units at once, as Keras adds it up. */
export const auc: MetricRecord = { keras: 'AUC', needs: 'shares' };
