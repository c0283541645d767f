import { freeName } from '../../document/structure/freeName';
import { isList, member } from '../kerasGraph/json';
import type { Config, Json, KerasGraph, KerasLayer, KerasTensor } from '../kerasGraph/kerasGraph';

/** What Keras calls an input. */
export const inputClass = 'InputLayer';

const first = (layer: string): KerasTensor => ({ layer, call: 0, tensor: 0 });

/** The layers of a Sequential as a graph: each takes what the one before gives, the first an input that may be unsaid. */
export function chained(
  layers: readonly KerasLayer[],
  config: Config,
): Pick<KerasGraph, 'layers' | 'inputs' | 'outputs'> {
  const [start, ...rest] = layers as readonly [KerasLayer, ...KerasLayer[]];
  const isInput = start.className === inputClass;
  const input = isInput ? { ...start, calls: [] } : unsaidInput(start, config, layers);
  let below = input.name;
  const chain = (isInput ? rest : layers).map((layer): KerasLayer => {
    const call = { inputs: [first(below)], kwargs: {} };
    below = layer.name;
    return { ...layer, calls: [call] };
  });
  return { layers: [input, ...chain], inputs: [first(input.name)], outputs: [first(below)] };
}

/** An input with the shape that the first layer says, of a model its own. */
function unsaidInput(start: KerasLayer, config: Config, layers: readonly KerasLayer[]): KerasLayer {
  const name = freeName('input_layer', Object.fromEntries(layers.map((layer) => [layer.name, layer])));
  const shape = shapeInto(start) ?? config['build_input_shape'];
  return {
    name,
    className: inputClass,
    module: 'keras.layers',
    config: { ...(isList(shape) ? { batch_shape: shape } : {}), unnamed: true },
    calls: [],
  };
}

function shapeInto({ config, graph }: KerasLayer): Json | undefined {
  const [input] = graph?.inputs ?? [];
  const inside = graph?.layers.find(({ name }) => name === input?.layer);
  if (inside) return inside.config['batch_shape'];
  const said = config['batch_shape'] ?? config['batch_input_shape'] ?? member(config['build_config'], 'input_shape');
  if (said !== undefined) return said;
  const sample = config['input_shape'];
  return isList(sample) ? [null, ...sample] : undefined;
}
