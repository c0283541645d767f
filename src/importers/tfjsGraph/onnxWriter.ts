import type { OnnxAttribute, OnnxConstant, OnnxNode } from '../onnx/file/onnxGraph';
import { identity } from '../onnx/value';
import type { GraphNode } from './graphNode';

type Given = Readonly<Partial<Record<'int' | 'float', number>>> & {
  readonly text?: string;
  readonly ints?: readonly number[];
};

/** Attributes of an ONNX node by name. */
export type Attributes = Readonly<Record<string, Given>>;

/** Writes the nodes of ONNX that do what those of TensorFlow do. */
export class OnnxWriter {
  readonly nodes: OnnxNode[] = [];
  private count = 0;

  constructor(
    readonly constants: Map<string, OnnxConstant>,
    readonly nameOf: (node: GraphNode, what?: string) => string,
  ) {}

  /** A name that no node of TensorFlow has. */
  fresh(): string {
    this.count += 1;
    return `^${this.count}`;
  }

  /** A node that gives `output`; `name` is the layer's. */
  put(op: string, inputs: readonly string[], output: string, name: string, attributes: Attributes = {}): string {
    const all = Object.entries(attributes).map(([key, given]): [string, OnnxAttribute] => [
      key,
      { floats: [], texts: [], ...given, ints: given.ints ?? [] },
    ]);
    this.nodes.push({ name, op, domain: '', inputs, outputs: [output], attributes: new Map(all) });
    return output;
  }

  constant(dims: readonly number[], values: OnnxConstant['values']): string {
    const name = this.fresh();
    this.constants.set(name, { dims, values });
    return name;
  }

  ints(values: readonly number[]): string {
    return this.constant([values.length], values);
  }

  /** Whole numbers that the file has under this name; null where they are computed. */
  intsIn(name: string | undefined): readonly number[] | null {
    const found = this.constants.get(name ?? '');
    return found ? Array.from(found.values) : null;
  }

  /** Axes in another order: nothing moves. */
  turned(input: string, perm: readonly number[], output = this.fresh()): string {
    return this.put('Transpose', [input], output, input, { perm: { ints: perm } });
  }

  /** Channels behind the batch, as ONNX has them. */
  first(input: string, rank = 4): string {
    return this.turned(input, [0, rank - 1, ...identity(rank).slice(1, -1)]);
  }

  /** Channels last again. */
  last(input: string, output: string, rank = 4): string {
    return this.turned(input, [0, ...identity(rank).slice(2), 1], output);
  }
}
