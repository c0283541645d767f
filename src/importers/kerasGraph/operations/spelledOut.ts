import { bounded } from './bounded';
import { FreeNames } from '../../../document/structure/freeName';
import type { KerasCall, KerasGraph, KerasLayer } from '../kerasGraph';

/** Operations that several layers do together. */
const magnitudes = new Set(['abs', 'absolute']);
const squares = new Set(['square']);

/** `x ** 2`. */
const isSquare = ({ className, config, calls }: KerasLayer) =>
  (className === 'power' || className === 'pow') &&
  calls.every(({ args = [], kwargs }) => {
    const numbers = [
      ...Object.values({ ...config, ...kwargs }),
      ...args.map((each) => ('value' in each ? each.value : null)),
    ];
    return numbers.filter((each) => typeof each === 'number').join() === '2';
  });

/** One tensor and nothing else is given. */
const isPlain = ({ module, calls, graph }: KerasLayer) =>
  module === 'keras.ops' && !graph && calls.length > 0 && calls.every(({ inputs }) => inputs.length === 1);

const merging = (layer: KerasLayer, className: string, calls: readonly KerasCall[]): KerasLayer => ({
  name: layer.name,
  className,
  module: 'keras.layers',
  config: {},
  calls,
});

/** |x| is the larger of x and −x, x² is x times x: such operations as layers, in the graph and the models in it. */
export function spelledOut(graph: KerasGraph): KerasGraph {
  const taken = new Set(graph.layers.map(({ name }) => name));
  const names = new FreeNames((name) => taken.has(name));
  const layers = graph.layers.flatMap((layer): readonly KerasLayer[] => {
    if (layer.graph) return [{ ...layer, graph: spelledOut(layer.graph) }];
    if (!isPlain(layer)) return [layer];
    const bounds = bounded(layer, names);
    if (bounds) return bounds;
    if (squares.has(layer.className) || isSquare(layer)) {
      const twice = layer.calls.map(({ inputs: [x] }): KerasCall => ({ inputs: [x!, x!], kwargs: {} }));
      return [merging(layer, 'Multiply', twice)];
    }
    if (!magnitudes.has(layer.className)) return [layer];
    const name = names.next(`${layer.name}_negative`);
    const negative: KerasLayer = {
      name,
      className: 'Rescaling',
      module: 'keras.layers',
      config: { scale: -1, offset: 0 },
      calls: layer.calls.map(({ inputs }) => ({ inputs, kwargs: {} })),
    };
    const larger = layer.calls.map(({ inputs: [x] }, call): KerasCall => {
      return { inputs: [x!, { layer: name, call, tensor: 0 }], kwargs: {} };
    });
    return [negative, merging(layer, 'Maximum', larger)];
  });
  return { ...graph, layers };
}
