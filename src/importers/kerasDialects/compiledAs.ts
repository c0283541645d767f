import { isConfig } from '../kerasGraph/json';
import type { Json, KerasTraining } from '../kerasGraph/kerasGraph';

/** `compile_config` of Keras 3, or `training_config` of an `.h5` or a `model.json`; null where the model was not compiled. */
export function compiledAs(config: Json | undefined): KerasTraining | null {
  if (!isConfig(config) || Object.keys(config).length === 0) return null;
  const { optimizer = null, optimizer_config: older = null, loss = null, loss_weights: lossWeights = null } = config;
  return { optimizer: optimizer ?? older, loss, lossWeights, metrics: config['metrics'] ?? null };
}
