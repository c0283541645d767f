import type { Argument } from '../../brick/call';
import { containerKeys } from '../weights/kerasVariables';
import { type Hdf5Writer, writtenHdf5 } from './hdf5Writer';
import type { Wrote } from './wrote';
import type { SavedLayer, SavedWeight } from './planWeights';

/** `model.weights.h5` of Keras 3: `layers/conv2d_1/vars/0`, layers numbered by class in the order of the model. */
export function kerasWeightsH5(layers: readonly SavedLayer[], wrote: Wrote): Promise<Uint8Array<ArrayBuffer>> {
  return writtenHdf5(wrote, (writer) => model(writer, '', layers));
}

async function model(writer: Hdf5Writer, under: string, layers: readonly SavedLayer[]): Promise<void> {
  writer.group(`${under}vars`);
  const keys = containerKeys(layers.map(({ className }) => className));
  for (const [index, layer] of layers.entries()) {
    const path = `${under}layers/${keys[index]!}`;
    writer.text(`${path}/vars`, 'name', layer.name);
    if (layer.layers) await model(writer, `${path}/`, layer.layers);
    else {
      for (const { place, weights } of placesOf(layer)) {
        for (const [variable, { shape, values }] of weights.entries()) {
          await writer.tensor(`${path}/${place}vars/${variable}`, shape, values);
        }
      }
      // A layer that nothing here computes has its own places.
      for (const { name, shape, values } of layer.step.call.kept ? layer.weights : []) {
        await writer.tensor(`${path}/${name}`, shape, values);
      }
    }
  }
}

interface Place {
  /** Empty, or the path of the layer's inside with `/` behind. */
  readonly place: string;
  readonly weights: readonly SavedWeight[];
}

/** Recurrent layers keep their weights in their cell, wrappers in the layers that they hold. */
function placesOf({ step, weights }: SavedLayer): readonly Place[] {
  if (step.call.kept) return [];
  const cell = step.weights.some(({ name }) => name.endsWith('recurrentKernel')) ? 'cell/' : '';
  const held = Object.entries(step.call.args).flatMap(([name, value]) => (isLayer(value) ? [name] : []));
  if (held.length === 0) return [{ place: cell, weights }];
  if (held.length === 1) return [{ place: `layer/${cell}`, weights }];
  const half = weights.length / 2;
  return [
    { place: `forward_layer/${cell}`, weights: weights.slice(0, half) },
    { place: `backward_layer/${cell}`, weights: weights.slice(half) },
  ];
}

const isLayer = (value: Argument) =>
  typeof value === 'object' && value !== null && 'role' in value && value.role === 'layer';
