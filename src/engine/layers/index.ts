// Once for the whole engine, tfjs-layers too: tensors with chained operations. Exported projects, to which the layers go,
// have them from TensorFlow.js as a whole.
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import './activation/activations';
import { ownClass } from '../../compile/tfjsCall';
import type { LayerContext } from './runState';
import type { layers } from './tfjsLayers';

export type { LayerContext };

type OwnLayer = new (config: Record<string, unknown>, context: LayerContext) => layers.Layer;

/** Every file in the folders here: a layer is known by being there. */
const files = import.meta.glob<Readonly<Record<string, unknown>>>(['./*/*.ts', '!./*/*.test.ts'], { eager: true });

/** The class of ours that a plan calls `normalization/batchNormalization`. Throws where there is none. */
export function ownLayer(own: string): OwnLayer {
  const found = files[`./${own}.ts`]?.[ownClass(own)];
  if (typeof found !== 'function') throw new Error(`There is no layer ${own}.`);
  return found as OwnLayer;
}
