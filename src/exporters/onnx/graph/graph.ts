import type { Shape } from '../../../brick/shape';
import type { Attribute, ElementType, Initializer, Node, Value } from './parts';

export interface Emitted {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly shape?: Shape;
  readonly first?: boolean;
  readonly type?: ElementType;
}

/** Collects nodes and constants, each under a name of its own. */
export class Graph {
  nodes: Node[] = [];
  readonly initializers: Initializer[] = [];
  readonly #names: Set<string>;
  readonly #nodeNames = new Set<string>();
  readonly #constants = new Map<string, Initializer>();
  readonly #weights = new Map<string, readonly Initializer[]>();
  readonly #turned = new Map<Value, Value>();
  readonly #cast = new Map<Value, Value>();

  /** `reserved`: names of layers, which only `claim` gives to values. */
  constructor(reserved: Iterable<string>) {
    this.#names = new Set(reserved);
  }

  #free(wanted: string, taken: Set<string>): string {
    let free = wanted;
    for (let number = 1; taken.has(free); number++) free = `${wanted}_${number}`;
    taken.add(free);
    return free;
  }

  /** A value of a name that nothing else has. */
  value(name: string, { shape = [], first = false, type = 'float' }: Emitted = {}): Value {
    return { name: this.#free(name, this.#names), shape, first, type };
  }

  /** The nodes that `work` makes, which stand in no other place. */
  apart(work: () => void): readonly Node[] {
    const outside = this.nodes;
    this.nodes = [];
    work();
    const inside = this.nodes;
    this.nodes = outside;
    return inside;
  }

  /** One operator with these outputs; its name stays as wanted where it is free. */
  operator(
    op: string,
    name: string,
    inputs: readonly (Value | null)[],
    outputs: readonly (Value | null)[],
    emitted: Emitted = {},
  ) {
    const free = this.#free(name, this.#nodeNames);
    this.nodes.push({ op, name: free, inputs, outputs, attributes: emitted.attributes ?? {} });
  }

  /** One operator with one output. */
  node(op: string, name: string, inputs: readonly (Value | null)[], emitted: Emitted = {}): Value {
    const made = this.value(this.#names.has(name) ? `${name}/${op.toLowerCase()}` : name, emitted);
    this.operator(op, name, inputs, [made], emitted);
    return made;
  }

  /** What leaves a layer takes the layer's name, which must be reserved. */
  claim(value: Value, name: string): void {
    value.name = name;
  }

  /** A constant of a layer; `again`: the place among those of this name and size, of a layer that was called before. */
  initializer(name: string, dims: readonly number[], values: () => Float32Array, again: number | null): Value {
    const key = `${name} ${dims.join()}`;
    const before = this.#weights.get(key) ?? [];
    const known = again === null ? undefined : before[again];
    if (known) return known;
    const made = { ...this.value(name, { type: 'float' }), dims, values };
    this.initializers.push(made);
    this.#weights.set(key, [...before, made]);
    return made;
  }

  /** A small constant, once for all who want it. */
  constant(values: readonly number[], type: 'float' | 'int64', scalar = false): Value {
    const key = `${type} ${scalar} ${values.join()}`;
    const known = this.#constants.get(key);
    if (known) return known;
    const data = type === 'float' ? Float32Array.from(values) : BigInt64Array.from(values, BigInt);
    const text = values.length > 6 ? `${values.slice(0, 6).join('_')}_etc` : values.join('_');
    const made = {
      ...this.value(`constant/${type}_${text}`, { type }),
      dims: scalar ? [] : [values.length],
      values: () => data,
    };
    this.initializers.push(made);
    this.#constants.set(key, made);
    return made;
  }

  /** The value with its channels behind the batch, or as Keras has them; turned once for all who want it. */
  turned(value: Value, first: boolean): Value {
    const rank = value.shape.length;
    if (value.first === first || rank < 2) return value;
    const known = this.#turned.get(value);
    if (known) return known;
    const places = Array.from({ length: rank - 1 }, (_, at) => at + 1);
    const perm = first ? [0, rank, ...places] : [0, ...places.map((at) => at + 1), 1];
    const { shape, type } = value;
    const name = `${value.name}/${first ? 'channels_first' : 'channels_last'}`;
    const made = this.node('Transpose', name, [value], { attributes: { perm }, shape, first, type });
    this.#turned.set(value, made);
    this.#turned.set(made, value);
    return made;
  }

  /** The value as numbers with a fraction. */
  float(value: Value): Value {
    if (value.type === 'float') return value;
    const known = this.#cast.get(value);
    if (known) return known;
    const { shape, first } = value;
    const made = this.node('Cast', `${value.name}/float`, [value], { attributes: { to: 1 }, shape, first });
    this.#cast.set(value, made);
    return made;
  }
}
