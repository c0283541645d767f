import { FreeNames } from '../../document/structure/freeName';
import type { ImportTrouble } from '../importer';
import type { Config, Json } from '../kerasGraph/kerasGraph';
import type { OnnxGraph, OnnxNode } from './file/onnxGraph';
import { type TensorValue, type Value, identity, isSame, layerShape, wholeAxes } from './value';

/** Why the model cannot be taken. */
export class Unfit extends Error {
  constructor(readonly trouble: ImportTrouble) {
    super(trouble.code);
  }
}

/** A weight in Keras's layout; a layer has them in Keras's order. */
export interface Weight {
  readonly shape: readonly number[];
  readonly values: Float32Array<ArrayBuffer>;
}

/** A layer while the graph is read: what follows may still change it. */
export interface Draft {
  readonly name: string;
  className: string;
  /** Missing: one of Keras's. */
  module?: string;
  config: Record<string, Json>;
  inputs: readonly string[];
  weights: readonly Weight[];
}

/** The layers of an ONNX graph, node by node. */
export class Conversion {
  readonly layers = new Map<string, Draft>();
  /** What each name of the graph stands for so far. */
  readonly values = new Map<string, Value>();
  private readonly readers = new Map<string, OnnxNode[]>();
  private readonly given: ReadonlySet<string>;
  private readonly names = new FreeNames(() => false);

  constructor(readonly graph: OnnxGraph) {
    for (const node of graph.nodes) {
      for (const input of node.inputs) {
        const known = this.readers.get(input);
        if (known) known.push(node);
        else this.readers.set(input, [node]);
      }
    }
    this.given = new Set(graph.outputs.map(({ name }) => name));
    for (const [name, constant] of graph.constants) this.values.set(name, { kind: 'constant', ...constant });
  }

  /** Nodes that take what has this name. */
  readersOf(name: string): readonly OnnxNode[] {
    return this.readers.get(name) ?? [];
  }

  /** Whether the model itself gives it. */
  isGiven(name: string): boolean {
    return this.given.has(name);
  }

  /** Whether nothing but one node takes it. */
  isPrivate(name: string): boolean {
    return this.readersOf(name).length === 1 && !this.isGiven(name);
  }

  layer(
    wanted: string,
    className: string,
    config: Config,
    inputs: readonly string[],
    weights: readonly Weight[] = [],
  ): Draft {
    const draft: Draft = { name: this.names.next(wanted), className, config: { ...config }, inputs, weights };
    this.layers.set(draft.name, draft);
    return draft;
  }

  /** The same numbers with these axes, by a layer that changes them where need be. */
  turned(value: TensorValue, axes: readonly number[]): TensorValue {
    if (isSame(value.axes, axes)) return value;
    if (value.order !== undefined) throw this.unfit(value.layer, 'Transpose');
    if (!value.axes.includes(-1)) return this.permuted(value, axes);
    const real = axes.filter((_, at) => value.axes[at]! >= 0);
    const before = value.axes.filter((axis) => axis >= 0);
    const isKept = before.every((axis, at) => before.every((other, to) => axis < other === real[at]! < real[to]!));
    return isKept ? this.reshaped(value, axes) : this.permuted(this.reshaped(value, wholeAxes(value.axes)), axes);
  }

  private permuted(value: TensorValue, axes: readonly number[]): TensorValue {
    if (value.axes.indexOf(0) !== axes.indexOf(0)) throw this.unfit(value.layer, 'Transpose');
    const dims = identity(axes.length)
      .slice(1)
      .map((axis) => value.axes[axes.indexOf(axis)]!);
    const { name } = this.layer(`${value.layer}_permute`, 'Permute', { dims }, [value.layer]);
    return { ...value, layer: name, axes };
  }

  /** With axes of size 1 put in; those that are there keep their order. */
  private reshaped(value: TensorValue, axes: readonly number[]): TensorValue {
    const shape = layerShape({ ...value, axes });
    if (shape.includes(null)) throw this.unfit(value.layer, 'Reshape');
    const { name } = this.layer(`${value.layer}_reshape`, 'Reshape', { target_shape: shape }, [value.layer]);
    return { ...value, layer: name, axes };
  }

  unfit(where: string, op: string): Unfit {
    return new Unfit({ code: 'layer', where, data: { layer: op } });
  }
}
