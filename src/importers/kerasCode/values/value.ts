import type { Library } from '../../../document/template';
import type { Config } from '../../kerasGraph/kerasGraph';
import type { Expression, Parameter, Statement } from '../syntax/ast';
import type { Trace } from '../evaluate/trace';
import type { Body } from './modelBody';
import type { Names } from './names';
import type { ArrayValue, BatchShape, NumberValue, Unsaid } from './plainValue';
import type { Session } from './session';

export type { ArrayValue, BatchShape, NumberValue };
export type UnknownValue = Unsaid<Layer>;

/** A value of the code. Lists, dictionaries and objects are the same one wherever they are held, as in Python. */
export type Value =
  | NumberValue
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'ellipsis' }
  | ListValue
  | { readonly kind: 'tuple'; readonly items: readonly Value[] }
  | DictValue
  | { readonly kind: 'range'; readonly start: number; readonly stop: number; readonly step: number }
  | { readonly kind: 'slice'; readonly start: Value; readonly stop: Value; readonly step: Value }
  | FunctionValue
  | NativeValue
  | ClassValue
  | InstanceValue
  | { readonly kind: 'super'; readonly above: readonly Value[]; readonly self: InstanceValue }
  | { readonly kind: 'module'; readonly path: string }
  | ThingValue
  | ObjectValue
  | ArrayValue
  | UnknownValue
  | Layer
  | Tensor;

export type ListValue = { readonly kind: 'list' | 'set'; readonly items: Value[] };

/** By the key's text with its kind, so that `1` and `'1'` are two. */
export type DictValue = { readonly kind: 'dict'; readonly entries: Map<string, readonly [key: Value, value: Value]> };

export interface FunctionValue {
  readonly kind: 'function';
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly initial: ReadonlyMap<string, Value>;
  readonly body: readonly Statement[] | Expression;
  readonly scope: Scope;
  /** `__class__` of a method, for `super()`. */
  readonly owner: ClassValue | null;
}

export interface Call {
  readonly machine: Machine;
  readonly line: number;
  readonly args: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
}

/** Something of Python or of a library, done here; `keras`: of a class of Keras its name there, e.g. `Dense`. */
export interface NativeValue {
  readonly kind: 'native';
  readonly name: string;
  readonly keras?: string;
  /** A member of a class that takes its object first. */
  readonly method?: true;
  run(call: Call): Value;
}

/** An object of a library, `name` in words, that says itself what comes of it; what it leaves out it cannot do. */
export interface ObjectValue {
  readonly kind: 'object';
  readonly name: string;
  attribute(name: string, machine: Machine, line: number): Value | null;
  assign?(name: string, value: Value): void;
  call?(call: Call): Value;
  item?(index: Value, machine: Machine, line: number): Value;
  /** `object operator other`, or where it stands on the right the other way round; `-object` has no other. */
  operate?(operator: string, other: Value | null, isLeft: boolean, machine: Machine, line: number): Value;
  compare?(operator: string, other: Value): Value | null;
  length?(): number;
  /** What a loop goes through. */
  values?(): readonly Value[] | null;
}

export interface ClassValue {
  readonly kind: 'class';
  readonly name: string;
  readonly bases: readonly Value[];
  readonly members: Map<string, Value>;
}

export interface InstanceValue {
  readonly kind: 'instance';
  readonly class: ClassValue;
  readonly fields: Map<string, Value>;
  /** Of a class made from Keras's `Model` or `Layer`: the layer that it is. */
  layer: Layer | null;
}

/** An object of a library that is only given on: where it is from, e.g. `keras.initializers`, its class and arguments. */
export interface ThingValue {
  readonly kind: 'thing';
  readonly module: string;
  readonly name: string;
  /** Null: the class or function itself, not called. */
  readonly args: ReadonlyMap<string, Value> | null;
}

/** What a layer gives when it is called, before there is any data. */
export interface Tensor {
  readonly kind: 'tensor';
  readonly layer: Layer;
  /** Null: an input of a model. */
  readonly call: LayerCall | null;
  /** Which of the outputs of the call. */
  readonly index: number;
  /** Null: the layer is not known here. */
  readonly shape: BatchShape | null;
  readonly dtype: string;
}

/** One application of a layer. */
export interface LayerCall {
  readonly layer: Layer;
  readonly inputs: readonly Tensor[];
  /** Named arguments of the call. */
  readonly named: ReadonlyMap<string, Value>;
  /** Filled once, when the shapes are known. */
  readonly outputs: Tensor[];
  readonly line: number;
}

/** A layer or a model of Keras, as the code makes it; the code may change it afterwards. */
export interface Layer {
  readonly kind: 'layer';
  /** Class, e.g. `Dense`; of a class of the text the name there. */
  readonly className: string;
  /** The class of Keras that it is, or is made from: `Dense`, `Model`, `Layer`. */
  readonly base: string;
  /** `keras.layers`, `keras.ops`; empty for a class of the text. */
  readonly module: string;
  name: string;
  /** Arguments as they were given; `start`: the shape that goes in, where the layer itself says it. */
  readonly given: ReadonlyMap<string, Value>;
  readonly start?: BatchShape | null;
  /** By Keras's names; arguments that are not given are left out. */
  config: Config;
  trainable: boolean;
  readonly line: number;
  readonly calls: LayerCall[];
  /** Layers inside a wrapper. */
  readonly inner: readonly Layer[];
  model: ModelBody | null;
  readonly instance: InstanceValue | null;
}

export type ModelBody = Body<Layer, Tensor, Value>;

export type Scope = Names<Value>;

/** How a body ends before its end: the rest of the loop or of the function is not done. */
export type End = null | 'break' | 'continue' | { readonly value: Value };

/** What the evaluation has at hand: how many steps are left, Keras's own state, and how to go on with any part. */
export interface Machine {
  readonly library: Library;
  readonly session: Session;
  readonly trace: Trace<Layer>;
  /** All models that were made, in order. */
  readonly made: Layer[];
  /** Values of names that the text does not say, as they were asked for. */
  readonly given: ReadonlyMap<string, Value>;
  /** Counts work. Throws `CodeError('tooLong')`. */
  step(line: number, count?: number): void;
  /** Does something that lies inside another. Throws `CodeError('tooDeep')`. */
  inside<T>(line: number, run: () => T): T;
  /** `from module import *`. */
  star(module: string): void;
  /** What a path of a library is, e.g. `keras.layers.Dense`. */
  resolve(path: string): Value;
  /** What a name means that the text gives nothing to. */
  meaning(name: string): Value | null;
  evaluate(expression: Expression, scope: Scope): Value;
  execute(statements: readonly Statement[], scope: Scope): End;
  call(target: Value, call: Call, name?: string): Value;
  /** Tensors that come out of any layer or model when these go in. */
  tensorsOf(layer: Layer, inputs: readonly Tensor[], call: Call): readonly Tensor[];
}
