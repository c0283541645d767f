import { mostNodes } from '../../document/document';
import { FreeNames } from '../../document/structure/freeName';
import { type Result, done, refused } from '../../document/result';
import type { ImportTrouble } from '../importer';
import type { KerasCall, KerasGraph, KerasLayer, KerasTensor } from './kerasGraph';
import { type BrokenWire, orderedCalls } from './orderedCalls';

/** One application of a layer, outside of all models in models. */
export interface FlatLayer {
  /** Distinct among all layers and blocks. */
  readonly name: string;
  readonly layer: KerasLayer;
  /** Names in the source: of the models around it, outermost first, and its own. */
  readonly path: readonly string[];
  /** None for an input. */
  readonly call: KerasCall | null;
  /** Names of the layers whose outputs come in, in the order of the call. */
  readonly inputs: readonly string[];
  /** Models around it, outermost first. */
  readonly blocks: readonly string[];
  /** No model around it is frozen. */
  readonly trainable: boolean;
  /** Name of the first use of the same layer, where it is called once more. */
  readonly sharesWith: string | null;
}

export interface FlatGraph {
  /** Each behind those that it takes from. */
  readonly layers: readonly FlatLayer[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Layers that are there again because they are called again: the name and that of the first. */
  readonly repeated: readonly { readonly name: string; readonly of: string }[];
}

/** What is known of layers besides the graph. */
export interface FlatOptions {
  /** A layer without weights: called several times it is as many layers. */
  repeats(layer: KerasLayer): boolean;
  /** A model that stays one layer. */
  whole(layer: KerasLayer): boolean;
}

/** Models inside models, deeper than any that somebody made. */
const deepest = 16;

class Refused extends Error {
  constructor(readonly trouble: ImportTrouble) {
    super(trouble.code);
  }
}

/** The layers of a graph with models inside it unfolded; their layers keep their names where these are free. */
export function flatGraph(graph: KerasGraph, options: FlatOptions): Result<FlatGraph, ImportTrouble> {
  const layers: FlatLayer[] = [];
  const repeated: FlatGraph['repeated'][number][] = [];
  /** Names of the first uses of layers. */
  const firsts = new Map<KerasLayer, string>();
  const names = new FreeNames(() => false);
  // What stands outside has its name for certain.
  const own = new Map(graph.layers.map(({ name }) => [name, names.next(name)]));

  const put = (
    model: KerasGraph,
    given: readonly string[] | null,
    blocks: readonly string[],
    trainable: boolean,
    above: readonly string[],
  ): readonly string[] => {
    if (blocks.length > deepest) throw new Refused({ code: 'structure', where: model.name, data: { expected: '…' } });
    const order = orderedCalls(model);
    if (!Array.isArray(order)) throw new Refused(wireTrouble(order as BrokenWire));
    /** By layer and call, the layers whose outputs come out. */
    const ends = new Map<string, readonly string[]>();
    const at = ({ layer, call, tensor }: KerasTensor) => {
      const name = ends.get(`${call} ${layer}`)?.[tensor];
      if (name === undefined) throw new Refused({ code: 'severalOutputs', where: layer, data: {} });
      return name;
    };
    const places = new Map(model.inputs.map(({ layer }, place) => [layer, place]));
    for (const { layer, index, call } of order as readonly {
      readonly layer: KerasLayer;
      readonly index: number;
      readonly call: KerasCall | null;
    }[]) {
      const key = `${index} ${layer.name}`;
      const inputs = (call?.inputs ?? []).map(at);
      const passed = call === null && given !== null ? given[places.get(layer.name) ?? -1] : undefined;
      if (passed !== undefined) {
        ends.set(key, [passed]);
        continue;
      }
      const first = index === 0;
      const name = first && blocks.length === 0 ? own.get(layer.name)! : names.next(layer.name);
      const repeats = options.repeats(layer);
      if (!first && repeats) repeated.push({ name, of: layer.name });
      if (layer.graph && !options.whole(layer)) {
        const inside = trainable && layer.graph.trainable && layer.config['trainable'] !== false;
        ends.set(key, put(layer.graph, inputs, [...blocks, name], inside, [...above, layer.name]));
        continue;
      }
      const sharesWith = repeats ? null : (firsts.get(layer) ?? null);
      if (sharesWith === null) firsts.set(layer, name);
      if (layers.length >= mostNodes) {
        const data = { code: 'tooManyNodes', data: { count: layers.length + 1, limit: mostNodes } } as const;
        throw new Refused({ code: 'document', where: null, data });
      }
      layers.push({ name, layer, path: [...above, layer.name], call, inputs, blocks, trainable, sharesWith });
      ends.set(key, [name]);
    }
    return model.outputs.map(at);
  };

  try {
    const outputs = put(graph, null, [], graph.trainable, []);
    return done({ layers, inputs: graph.inputs.map(({ layer }) => own.get(layer) ?? layer), outputs, repeated });
  } catch (error) {
    if (error instanceof Refused) return refused(error.trouble);
    throw error;
  }
}

/** What is said of a graph whose calls cannot be ordered. */
export function wireTrouble({ layer, wanted }: BrokenWire): ImportTrouble {
  return wanted
    ? { code: 'lostInput', where: layer, data: { from: wanted.layer } }
    : { code: 'circle', where: layer, data: {} };
}
