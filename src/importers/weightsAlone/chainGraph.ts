import type { AnyBrick } from '../../brick/brick';
import type { Outline } from '../../formats/weights/weightFile';
import type { ImportNote } from '../importer';
import { inputClass } from '../kerasDialects/sequential';
import type { Config, KerasGraph, KerasTensor } from '../kerasGraph/kerasGraph';
import { inputSize } from './inputSize';
import { isChain, layerOrder } from './layerOrder';
import { type ToldLayer, isInput, toldLayer } from './storedClass';

/** A model that weights alone tell, and what they do not. */
export interface TalkingWeights {
  readonly graph: KerasGraph;
  readonly assumed: readonly ImportNote[];
  readonly dropped: readonly ImportNote[];
}

const tensor = (layer: string): KerasTensor => ({ layer, call: 0, tensor: 0 });

/** A recurrent layer hands on all its steps where one that takes steps stands behind it. */
function withSteps(layer: ToldLayer, rest: readonly ToldLayer[]): Config {
  if (!/^(LSTM|GRU|SimpleRNN)$/.test(layer.className)) return layer.config;
  const next = rest.find(({ takes, className }) => takes !== null || /Pooling1D|Flatten/.test(className));
  const isTaken = next !== undefined && /^(LSTM|GRU|SimpleRNN|Conv1D|.*Pooling1D|Flatten)$/.test(next.className);
  return isTaken ? { ...layer.config, return_sequences: true } : layer.config;
}

/** The layers in the model's order: as the file has them, or as their shapes tell. */
function ordered(layers: readonly ToldLayer[], inOrder: boolean): readonly ToldLayer[] | null {
  if (!inOrder) return layerOrder(layers);
  return isChain(layers) ? layers : null;
}

/**
 * The chain of layers that a file of weights alone tells by their classes, shapes and order, with Keras's own values for what
 * it does not tell; null where it does not tell a chain.
 */
export function chainGraph(outline: Outline, name: string, bricks: readonly AnyBrick[]): TalkingWeights | null {
  const own = outline.layers.filter((layer) => !isInput(layer));
  const told = own.map((layer) => toldLayer(layer, bricks));
  const known = told.filter((layer) => layer !== null);
  if (known.length === 0 || known.length < told.length) return null;
  const layers = ordered(known, outline.inOrder);
  const input = layers && inputSize(layers);
  if (layers === null || input === null) return null;
  const inputName = 'input_layer';
  const placed = layers.map((layer, at) => {
    const padded = layer.untold.includes('padding') && input.padding === 'same' ? { padding: 'same' } : {};
    return {
      name: layer.name,
      className: layer.className,
      module: 'keras.layers',
      config: { ...withSteps(layer, layers.slice(at + 1)), ...padded },
      calls: [{ inputs: [tensor(layers[at - 1]?.name ?? inputName)], kwargs: {} }],
    };
  });
  const isTold = layers[0]!.className === 'Embedding';
  const graph: KerasGraph = {
    name,
    layers: [
      {
        name: inputName,
        className: inputClass,
        module: 'keras.layers',
        config: { batch_shape: [null, ...input.shape], dtype: isTold ? 'int32' : 'float32' },
        calls: [],
      },
      ...placed,
    ],
    inputs: [tensor(inputName)],
    outputs: [tensor(layers.at(-1)!.name)],
    trainable: true,
    training: null,
  };
  const untold = layers.flatMap((layer) =>
    layer.untold.length === 0
      ? []
      : [{ code: 'untold', where: layer.name, data: { parameters: layer.untold } } as const],
  );
  const size: ImportNote[] = input.shape.includes(null)
    ? []
    : [{ code: 'fittingInput', where: inputName, data: { shape: input.shape, padding: input.padding } }];
  const order: ImportNote[] = outline.inOrder ? [] : [{ code: 'orderByShapes', where: null, data: {} }];
  const dropped = known
    .filter((layer) => !layers.includes(layer))
    .map((layer): ImportNote => ({ code: 'placeUntold', where: layer.name, data: { layer: layer.className } }));
  return { graph, assumed: [...order, ...size, ...untold], dropped };
}
