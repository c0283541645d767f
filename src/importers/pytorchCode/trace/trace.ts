import type { OnnxAttribute, OnnxConstant, OnnxNode, OnnxPort } from '../../onnx/file/onnxGraph';
import { channelsFirst, identity } from '../../onnx/value';
import type { InstanceValue } from '../../kerasCode/values/value';
import type { StepMask } from '../exported/mask';
import { type TensorBehaviour, TorchTensor } from './tensor';

/** The number of samples while a model is gone through: a prime that no size is by chance. */
export const batchSize = 7919;

/** An open size while a model is gone through: another prime. */
export const openSize = 7907;

/** Numbers, texts or lists of them that a node says. */
export type Attributes = Readonly<Record<string, number | string | readonly number[]>>;

/** The domain of operators that PyTorch has and ONNX has not, or has otherwise. */
export const torchDomain = 'torch';

function attributeOf(value: number | string | readonly number[]): OnnxAttribute {
  const nothing = { floats: [], ints: [], texts: [] };
  if (typeof value === 'string') return { ...nothing, text: value };
  if (typeof value === 'number') return { ...nothing, int: value, float: value };
  return { ...nothing, ints: value, floats: value };
}

/** What the numbers of a weight are by their name in a file; null: there is no file. */
export type NumbersOf = (name: string, count: number) => Float32Array | null;

/** Most operations of a model. */
export const mostNodes = 20_000;

/** What a layer does with each step of its input, as a graph of its own. */
export interface Inside {
  readonly nodes: readonly OnnxNode[];
  readonly input: string;
  /** Without the steps; of the batch null. */
  readonly dims: readonly (number | null)[];
  readonly output: string;
}

/** The graph of a model while its `forward` is gone through. */
export class Trace {
  readonly nodes: OnnxNode[] = [];
  readonly constants = new Map<string, OnnxConstant>();
  readonly inputs: OnnxPort[] = [];
  /** Of the modules that are being called, the innermost last. */
  readonly stack: { readonly path: string; readonly isLayer: boolean }[] = [];
  /** The module that a node's name was made in. */
  readonly modules = new Map<string, string>();
  /** Nodes that stand for functions, not for modules of their own. */
  readonly functions = new Set<string>();
  /** Line of the text by node. */
  readonly lines = new Map<string, number>();
  /** Of nodes that got another name, by their first output, that which they had. */
  readonly renamed = new Map<string, string>();
  /** Graphs inside nodes, by what comes out of those. */
  readonly inside = new Map<string, Inside>();
  /** Masks that layers were called with. */
  readonly masks: StepMask[] = [];
  /** Sizes of tensors by name, with the batch. */
  readonly sizes = new Map<string, readonly number[]>();
  private count = 0;

  constructor(
    readonly behaviour: TensorBehaviour,
    readonly paths: ReadonlyMap<InstanceValue | object, string>,
    readonly numbersOf: NumbersOf | null,
    /** Of one of our own projects. */
    readonly isExported = false,
  ) {}

  input(name: string, sizes: readonly number[] | null, whole: boolean): TorchTensor {
    if (sizes !== null) {
      this.sizes.set(name, sizes);
      const batch = sizes.indexOf(batchSize);
      const dims = sizes.map((size, at) => (at === batch || size === openSize ? null : size));
      const rest = sizes.map((_, at) => at).filter((at) => at !== batch);
      // Our own projects take pictures and volumes with their channels first.
      const isFirst = this.isExported && batch === 0 && sizes.length > 3;
      const moved = batch > 0 ? sizes.map((_, at) => (at === batch ? 0 : rest.indexOf(at) + 1)) : undefined;
      const axes = isFirst ? channelsFirst(sizes.length) : this.isExported ? identity(sizes.length) : moved;
      this.inputs.push({ name, type: whole ? 7 : 1, dims, ...(axes ? { axes } : {}) });
    }
    return new TorchTensor(this.behaviour, name, sizes, whole);
  }

  /** The name of a node for what is done now: of a module's own, or of a function inside one. */
  private nameFor(operation: string): string {
    const inner = this.stack.at(-1);
    if (inner?.isLayer && inner.path !== '') {
      const parent = this.stack.slice(0, -1).findLast((each) => !each.isLayer)?.path ?? '';
      const own = /^[\d.]/.test(inner.path) ? `${operation}_${inner.path}` : inner.path;
      this.modules.set(own, inner.path.startsWith(`${parent}.`) ? outerOf(inner.path) : parent);
      return own;
    }
    const path = inner?.path ?? '';
    const name = path === '' ? operation : /^\d/.test(path) ? `block_${path}.${operation}` : `${path}.${operation}`;
    this.modules.set(name, path);
    this.functions.add(name);
    return name;
  }

  /** Names of the outputs of a node. */
  node(
    operation: string,
    op: string,
    inputs: readonly string[],
    attributes: Attributes,
    { outputs = 1, domain = '', line = 0 }: { outputs?: number; domain?: string; line?: number } = {},
  ): readonly string[] {
    const name = this.nameFor(operation);
    const made = Array.from({ length: outputs }, () => `%${this.count++}`);
    this.nodes.push({
      name,
      op,
      domain,
      inputs,
      outputs: made,
      attributes: new Map(Object.entries(attributes).map(([key, value]) => [key, attributeOf(value)])),
    });
    this.lines.set(made[0]!, line);
    return made;
  }

  tensor(id: string, dims: readonly number[], whole = false): TorchTensor {
    this.sizes.set(id, dims);
    return new TorchTensor(this.behaviour, id, dims, whole);
  }

  /** A number, or a list of whole ones, that stands in the code. */
  literal(values: readonly number[], dims: readonly number[] = [values.length]): string {
    const name = `%${this.count++}`;
    this.constants.set(name, { dims, values });
    return name;
  }

  /** A weight by its name in a file of weights. */
  weight(name: string, dims: readonly number[]): string {
    const own = `${name}:`;
    const { numbersOf } = this;
    this.constants.set(own, {
      dims,
      get values() {
        const count = dims.reduce((product, size) => product * size, 1);
        return numbersOf?.(name, count) ?? new Float32Array(count);
      },
    });
    return own;
  }
}

/** The module around: `a.b` of `a.b.c`. */
export const outerOf = (path: string) => path.split('.').slice(0, -1).join('.');
