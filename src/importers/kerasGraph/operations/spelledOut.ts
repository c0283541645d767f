import type { AnyBrick } from '../../../brick/brick';
import { FreeNames } from '../../../document/structure/freeName';
import type { KerasCall, KerasGraph, KerasLayer, KerasTensor } from '../kerasGraph';
import { placedLayer } from '../placedLayer';
import type { Part, Parts } from './part';
import { partsOf } from './partsOf';

/** Every part is a layer that a brick does. */
export const isPlaceable = ({ parts }: Parts, bricks: readonly AnyBrick[]): boolean =>
  parts.every(
    ({ className, config, from }) => placedLayer({ name: '', className, config, inputs: from.length }, bricks).ok,
  );

function partsIn(layer: KerasLayer, bricks: readonly AnyBrick[]): Parts | null {
  const [first, ...others] = layer.calls.map(({ inputs, args, kwargs }) =>
    partsOf({
      name: layer.className,
      args: args ?? inputs.map((_, input) => ({ input })),
      named: { ...layer.config, ...kwargs },
      shapes: inputs.map(({ shape }) => shape ?? null),
    }),
  );
  // Every call is of the same values.
  const isOne = others.every((parts) => JSON.stringify(parts) === JSON.stringify(first));
  return first && first.parts.length > 0 && isOne && isPlaceable(first, bricks) ? first : null;
}

/** Operations that layers do are these layers, in the graph and in the models in it; others stay. */
export function spelledOut(graph: KerasGraph, bricks: readonly AnyBrick[]): KerasGraph {
  const taken = new Set(graph.layers.map(({ name }) => name));
  const names = new FreeNames((name) => taken.has(name));
  /** Of operations with several outputs, the layers that these come from. */
  const pieces = new Map<string, readonly string[]>();

  const spelled = (layer: KerasLayer): readonly KerasLayer[] => {
    if (layer.graph) return [{ ...layer, graph: spelledOut(layer.graph, bricks) }];
    // Of code, what layers do is layers already.
    const found = layer.module === 'keras.ops' && layer.written ? partsIn(layer, bricks) : null;
    if (!found) return [layer];
    const { parts, outputs } = found;
    const own = parts.map((_, at) =>
      !outputs && at === parts.length - 1 ? layer.name : names.next(`${layer.name}_${at}`),
    );
    if (outputs)
      pieces.set(
        layer.name,
        outputs.map((part) => own[part]!),
      );
    const called = ({ from }: Part): readonly KerasCall[] =>
      layer.calls.map(({ inputs }, call) => ({
        inputs: from.map((each) =>
          'input' in each ? inputs[each.input]! : { layer: own[each.part]!, call, tensor: 0 },
        ),
        kwargs: {},
      }));
    return parts.map((part, at) => ({
      name: own[at]!,
      className: part.className,
      module: 'keras.layers',
      config: part.config,
      calls: called(part),
    }));
  };
  const layers = graph.layers.flatMap(spelled);
  if (pieces.size === 0) return { ...graph, layers };
  const piece = (tensor: KerasTensor): KerasTensor => {
    const name = pieces.get(tensor.layer)?.[tensor.tensor];
    return name === undefined ? tensor : { ...tensor, layer: name, tensor: 0 };
  };
  return {
    ...graph,
    layers: layers.map((layer) => ({
      ...layer,
      calls: layer.calls.map((call) => ({ ...call, inputs: call.inputs.map(piece) })),
    })),
    outputs: graph.outputs.map(piece),
  };
}
