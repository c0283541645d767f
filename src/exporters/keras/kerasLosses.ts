import { snakeCase } from '../../compile/identifiers';
import type { LossName } from '../../document/training/trainingChoices';

/** Keras names that are not simply ours in snake case. */
const others: Partial<Readonly<Record<LossName, string>>> = {
  logcosh: 'log_cosh',
  kullbackLeiblerDivergence: 'kl_divergence',
  cosineProximity: 'cosine_similarity',
};

/** A loss as `model.compile` takes it. */
export const kerasLoss = (loss: LossName): string => others[loss] ?? snakeCase(loss);
