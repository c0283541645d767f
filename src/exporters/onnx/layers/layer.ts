import type { Argument, Arguments, Call, InnerLayer } from '../../../brick/call';
import type { Shape } from '../../../brick/shape';
import { type ExportTrouble, ExportRefused } from '../../exportRefused';
import type { Emitted, Graph } from '../graph/graph';
import type { Value } from '../graph/parts';

/** A weight of a layer: its shape as Keras has it, and its numbers, which are there when the file is written. */
export interface LayerWeight {
  readonly shape: readonly number[];
  readonly values: () => Float32Array;
}

type Reason = Extract<ExportTrouble, { readonly code: 'layerRefused' }>['data']['reason'];

/** What writes a layer: it takes the inputs and gives back what leaves. */
export type LayerWriter = (layer: Layer) => Value;

export interface LayerParts {
  readonly graph: Graph;
  /** As it is in the file, with the models around it. */
  readonly name: string;
  readonly call: Call;
  readonly given: readonly Value[];
  readonly shape: Shape;
  readonly weight: (name: string) => LayerWeight | null;
  /** Name of the layer whose constants these are: its own, or of the first call of a layer that is called again. */
  readonly owner: string;
  /** How many constants of a name and size it has had: both halves of a Bidirectional call them alike. */
  readonly taken: Map<string, number>;
  /** What writes a layer of this kind; null where nothing does. */
  readonly writerOf: (call: Call) => LayerWriter | null;
}

/** One layer on its way into the graph, with all that its writer asks for. */
export class Layer {
  readonly graph: Graph;
  readonly name: string;
  readonly call: Call;
  readonly shape: Shape;
  /** As they come in: whole numbers, and channels where they lie. */
  readonly given: readonly Value[];

  constructor(private readonly parts: LayerParts) {
    ({ graph: this.graph, name: this.name, call: this.call, shape: this.shape, given: this.given } = parts);
  }

  get args(): Arguments {
    return this.call.args;
  }

  /** The input of this port with channels where they lie. */
  any(port = 0): Value {
    return this.graph.float(this.given[port]!);
  }

  /** The input with channels last. */
  last(port = 0): Value {
    return this.graph.turned(this.any(port), false);
  }

  /** The input with channels behind the batch. */
  first(port = 0): Value {
    return this.graph.turned(this.any(port), true);
  }

  /** The operator that the layer is: the node has the layer's name. */
  main(op: string, inputs: readonly (Value | null)[], emitted: Emitted = {}): Value {
    return this.graph.node(op, this.name, inputs, { shape: this.shape, ...emitted });
  }

  /** An operator that belongs to the layer. */
  part(op: string, inputs: readonly (Value | null)[], emitted: Emitted = {}): Value {
    return this.graph.node(op, `${this.name}/${op.toLowerCase()}`, inputs, { shape: this.shape, ...emitted });
  }

  number(name: string): number {
    return Number(this.args[name]);
  }

  flag(name: string): boolean {
    return this.args[name] === true;
  }

  text(name: string, otherwise: string): string {
    const value = this.args[name];
    return typeof value === 'string' ? value : otherwise;
  }

  /** One number per axis, as a list. */
  list(name: string): readonly number[] {
    return [this.args[name]].flat(2) as number[];
  }

  /** The layer inside a wrapper. */
  inner(name: string): InnerLayer {
    const value = this.args[name] as Extract<Argument, { readonly role: 'layer' }>;
    return value.layer;
  }

  /** A layer inside this one, by the name of its copy of the weights, on these values. */
  inside({ call, shape }: InnerLayer, copy: string, given: readonly Value[]): Layer {
    return new Layer({ ...this.parts, call, shape, given, weight: (name) => this.parts.weight(`${copy}${name}`) });
  }

  /** The layer in the graph: what leaves it. Throws `ExportRefused`. */
  write(): Value {
    const write = this.parts.writerOf(this.call);
    return write === null ? this.refuse('unknown') : write(this);
  }

  /** A weight that may be left out. */
  maybe(name: string): LayerWeight | null {
    return this.parts.weight(name);
  }

  weight(name: string): LayerWeight {
    const found = this.maybe(name);
    if (found === null) throw new Error(`${this.name} has no weight ${name}.`);
    return found;
  }

  /** A weight, or what was made of some, as a constant of this layer. */
  constant(name: string, { shape, values }: LayerWeight): Value {
    const { owner, taken } = this.parts;
    const key = `${name} ${shape.join()}`;
    const place = taken.get(key) ?? 0;
    taken.set(key, place + 1);
    return this.graph.initializer(`${owner}/${name}`, shape, values, owner === this.name ? null : place);
  }

  scalar(value: number): Value {
    return this.graph.constant([value], 'float', true);
  }

  whole(...values: readonly number[]): Value {
    return this.graph.constant(values, 'int64');
  }

  refuse(reason: Reason): never {
    const data = { target: 'ONNX', layer: this.call.keras, reason };
    throw new ExportRefused({ code: 'layerRefused', where: this.name, data });
  }
}
