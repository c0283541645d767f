import { FreeNames } from '../../../document/structure/freeName';
import type { ImportNote } from '../../importer';
import type { FlatGraph, FlatLayer } from '../flatGraph';
import { isList } from '../json';
import type { Json, KerasLayer } from '../kerasGraph';
import { type Incoming, isFirst, turnedLayer } from './turnedLayer';

/** The same graph with its channels last, and what is said of it. */
export interface LastGraph {
  readonly graph: FlatGraph;
  readonly assumed: readonly ImportNote[];
}

const batchShape = ({ config }: KerasLayer): readonly Json[] | null => {
  const shape = config['batch_shape'] ?? config['batch_input_shape'];
  return isList(shape) ? shape : null;
};

/** Places of the axes, from 1, when the channels go behind, and when they go in front again. */
const behind = (rank: number) => [...Array.from({ length: rank - 2 }, (_, at) => at + 2), 1];
const inFront = (rank: number) => [rank - 1, ...Array.from({ length: rank - 2 }, (_, at) => at + 1)];

const rankIn = (className: string) => Number(/(\d)D(Transpose)?$/.exec(className)?.[1] ?? 0) + 2;

/** Whether the first layer that knows of channels, behind an input, has them first. */
function readsFirst(name: string, layers: readonly FlatLayer[]): boolean {
  const reached = new Set([name]);
  for (const layer of layers) {
    if (!layer.inputs.some((input) => reached.has(input))) continue;
    if (isFirst(layer.layer.config)) return true;
    const passed = turnedLayer(layer.layer, { rank: 4, isTurned: true });
    if (passed.kind !== 'asWas') reached.add(layer.name);
  }
  return false;
}

/** Pictures with their channels behind the batch turned to the only order that bricks have; where a layer needs the axes as they were a Permute goes in between. */
export function channelsLast(graph: FlatGraph): LastGraph {
  if (!graph.layers.some(({ layer }) => isFirst(layer.config))) return { graph, assumed: [] };
  const taken = new Set(graph.layers.flatMap(({ name, blocks }) => [name, ...blocks]));
  const names = new FreeNames((name) => taken.has(name));
  const layers: FlatLayer[] = [];
  /** What comes out of each layer: its axes, and whether they are turned. */
  const outputs = new Map<string, Incoming>();
  const turnedInputs: string[] = [];

  const permuted = (from: string, to: FlatLayer, isTurned: boolean): string => {
    const { rank } = outputs.get(from)!;
    const name = names.next(`${from}_permute`);
    const call = { inputs: [{ layer: from, call: 0, tensor: 0 }], kwargs: {} };
    const config = { dims: isTurned ? behind(rank) : inFront(rank) };
    const layer = { name, className: 'Permute', module: 'keras.layers', config, calls: [call] };
    layers.push({ name, layer, path: [], call, inputs: [from], blocks: to.blocks, trainable: true, sharesWith: null });
    outputs.set(name, { rank, isTurned });
    return name;
  };
  /** The inputs of a layer, all turned or none. */
  const given = (layer: FlatLayer, isTurned: boolean) =>
    layer.inputs.map((from) => {
      const output = outputs.get(from);
      const isApt = output === undefined || output.isTurned === isTurned || output.rank < 3;
      return isApt ? from : permuted(from, layer, isTurned);
    });

  for (const each of graph.layers) {
    const { layer, name } = each;
    if (layer.calls.length === 0) {
      const shape = batchShape(layer);
      const isTurned = shape !== null && shape.length > 2 && readsFirst(name, graph.layers);
      outputs.set(name, { rank: shape?.length ?? 0, isTurned });
      if (!isTurned) {
        layers.push(each);
        continue;
      }
      turnedInputs.push(name);
      const [batch, channels, ...sizes] = shape as readonly [Json, Json, ...Json[]];
      const { batch_input_shape: _older, ...config } = layer.config;
      layers.push({ ...each, layer: { ...layer, config: { ...config, batch_shape: [batch, ...sizes, channels] } } });
      continue;
    }
    const sources = each.inputs.map((from) => outputs.get(from) ?? { rank: 0, isTurned: false });
    const rank =
      isFirst(layer.config) && rankIn(layer.className) > 2 ? rankIn(layer.className) : (sources[0]?.rank ?? 0);
    const isTurned = sources.some((source) => source.isTurned);
    const turned = turnedLayer(layer, { rank, isTurned });
    for (const from of each.inputs) if (outputs.get(from)?.rank === 0) outputs.set(from, { rank, isTurned: false });
    if (turned.kind === 'asWas') {
      const inputs = given(each, false);
      layers.push({ ...each, inputs });
      outputs.set(name, { rank: rankBehind(layer, rank), isTurned: false });
      continue;
    }
    const isKept = turned.kind === 'each' ? isTurned : true;
    const inputs = given(each, isKept && rank > 2);
    layers.push({ ...each, inputs, layer: { ...layer, config: turned.config } });
    const keeps = turned.kind === 'each' || turned.keeps;
    outputs.set(name, { rank: keeps ? rank : 2, isTurned: keeps && isKept && rank > 2 });
  }
  const assumed = turnedInputs.map((where): ImportNote => ({ code: 'channelsFirst', where, data: {} }));
  return { graph: { ...graph, layers }, assumed };
}

/** Axes that come out of a layer that is left as it was; 0 where that is not known. */
function rankBehind({ className, config, shape }: KerasLayer, rank: number): number {
  if (shape) return shape.length;
  if (className === 'Flatten' || className.startsWith('Global')) return 2;
  const target = config['target_shape'];
  if (className === 'Reshape' && isList(target)) return target.length + 1;
  return rank;
}
