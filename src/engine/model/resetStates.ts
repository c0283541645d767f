import type { LayersModel } from '../layers/tfjsLayers';
import type { TrainableModel } from './trainableModel';

interface Remembering {
  readonly stateful: boolean;
  resetStates(): void;
}

const remembers = (layer: object): layer is Remembering =>
  'stateful' in layer && layer.stateful === true && 'resetStates' in layer && typeof layer.resetStates === 'function';

/** Stateful layers begin anew, as after Keras's `reset_states()`: before every epoch, validation and prediction. */
export function forget({ model }: Pick<TrainableModel, 'model'>): void {
  for (const layer of (model as LayersModel).layers) if (remembers(layer)) layer.resetStates();
}
