import { randomNumbers } from '../../src/data/random';
import type { NamedBlob } from '../../src/formats/weights/weightFile';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const base64 = (text: string) => btoa(text);

/** An attribute as TensorFlow.js writes it: a text, a whole number, a number with a point, a flag, a list. */
export const is = {
  text: (value: string) => ({ s: base64(value) }),
  int: (value: number) => ({ i: String(value) }),
  float: (value: number) => ({ f: value }),
  flag: (value: boolean) => ({ b: value }),
  ints: (...values: readonly number[]) => ({ list: { i: values.map(String) } }),
  texts: (...values: readonly string[]) => ({ list: { s: values.map(base64) } }),
};

const typeOf = { float32: 'DT_FLOAT', int32: 'DT_INT32' } as const;

/** Writes a graph model of TensorFlow.js, node by node; each method answers the name of the node. */
export class GraphModelWriter {
  private readonly nodes: Json[] = [];
  private readonly weights: { readonly name: string; readonly shape: readonly number[]; readonly dtype: string }[] = [];
  private readonly bytes: Uint8Array<ArrayBuffer>[] = [];
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = randomNumbers(seed);
  }

  input(name: string, ...shape: readonly number[]): string {
    const dim = [-1, ...shape].map((size) => ({ size: String(size) }));
    this.nodes.push({ name, op: 'Placeholder', attr: { dtype: { type: 'DT_FLOAT' }, shape: { shape: { dim } } } });
    return name;
  }

  node(name: string, op: string, inputs: readonly string[], attr: { readonly [key: string]: Json } = {}): string {
    this.nodes.push({ name, op, input: inputs, attr: { T: { type: 'DT_FLOAT' }, ...attr } });
    return name;
  }

  /** Random numbers of this shape, above `least`. */
  weight(name: string, shape: readonly number[], least = -0.5): string {
    const count = shape.reduce((product, size) => product * size, 1);
    const values = Float32Array.from({ length: count }, () => this.random() + least);
    return this.constant(name, shape, 'float32', new Uint8Array(values.buffer));
  }

  ints(name: string, values: readonly number[], shape: readonly number[] = [values.length]): string {
    return this.constant(name, shape, 'int32', new Uint8Array(Int32Array.from(values).buffer));
  }

  private constant(name: string, shape: readonly number[], dtype: 'float32' | 'int32', bytes: Uint8Array<ArrayBuffer>) {
    const tensorShape = { dim: shape.map((size) => ({ size: String(size) })) };
    const value = { tensor: { dtype: typeOf[dtype], tensorShape } };
    this.nodes.push({ name, op: 'Const', attr: { dtype: { type: typeOf[dtype] }, value } });
    this.weights.push({ name, shape, dtype });
    this.bytes.push(bytes);
    return name;
  }

  /** `input` flattened as Keras does it: the batch is read off the shape. */
  flat(name: string, input: string): string {
    const list = this.node(`${name}/Shape`, 'Shape', [input], { out_type: { type: 'DT_INT32' } });
    const bounds = [0, 1, 1].map((at, place) => this.ints(`${name}/strided_slice/stack_${place}`, [at]));
    const batch = this.node(`${name}/strided_slice`, 'StridedSlice', [list, ...bounds], {
      shrink_axis_mask: is.int(1),
    });
    const rest = this.ints(`${name}/Reshape/shape/1`, [-1], []);
    const shape = this.node(`${name}/Reshape/shape`, 'Pack', [batch, rest], { axis: is.int(0), N: is.int(2) });
    return this.node(`${name}/Reshape`, 'Reshape', [input, shape]);
  }

  /** `model.json` that gives `output`, and its shard. */
  files(output: string): { readonly json: GraphModelJson; readonly files: readonly NamedBlob[] } {
    const json: GraphModelJson = {
      format: 'graph-model',
      signature: { outputs: { answer: { name: `${output}:0` } } },
      modelTopology: { node: this.nodes, versions: { producer: 1994 } },
      weightsManifest: [{ paths: ['group1-shard1of1.bin'], weights: this.weights }],
    };
    const files = [
      { name: 'model.json', blob: new Blob([JSON.stringify(json)]) },
      { name: 'group1-shard1of1.bin', blob: new Blob(this.bytes) },
    ];
    return { json, files };
  }
}

export interface GraphModelJson {
  readonly format: string;
  readonly signature: { readonly outputs: { readonly answer: { readonly name: string } } };
  readonly modelTopology: { readonly node: readonly Json[]; readonly versions: { readonly producer: number } };
  readonly weightsManifest: readonly {
    readonly paths: readonly string[];
    readonly weights: readonly { readonly name: string; readonly shape: readonly number[]; readonly dtype: string }[];
  }[];
}
