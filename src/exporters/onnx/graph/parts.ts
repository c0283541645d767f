import type { Shape } from '../../../brick/shape';

/** Element types that models of ours use, by their number in ONNX's `TensorProto.DataType`. */
export const elementTypes = { float: 1, int32: 6, int64: 7, bool: 9 } as const;
export type ElementType = keyof typeof elementTypes;

/** What flows between nodes. */
export interface Value {
  /** Changes until the graph is written: what leaves a layer is named after the layer. */
  name: string;
  /** As Keras has it, without the batch, channels last. */
  readonly shape: Shape;
  /** It lies in memory with the channels behind the batch, as ONNX's convolutions take it. */
  readonly first: boolean;
  readonly type: ElementType;
}

/** A constant in the file; its numbers are made when they are written. */
export interface Initializer extends Value {
  readonly dims: readonly number[];
  readonly values: () => Float32Array | BigInt64Array;
}

/** An attribute: whole numbers are plain, others say what they are. */
export type Attribute =
  number | string | readonly number[] | readonly string[] | { readonly float: number } | { readonly body: Body };

/** One operator. Inputs and outputs that are left out are null. */
export interface Node {
  readonly op: string;
  readonly name: string;
  readonly inputs: readonly (Value | null)[];
  readonly outputs: readonly (Value | null)[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** A value that goes in or out, with all axes; null and names are open ones. */
export interface Port {
  readonly value: Value;
  readonly dims: readonly (number | string | null)[];
}

/** Nodes with what goes in and out: the model itself, or what an operator repeats. */
export interface Body {
  readonly name: string;
  readonly nodes: readonly Node[];
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
}

/** A whole model for a file. */
export interface OnnxModel extends Body {
  readonly initializers: readonly Initializer[];
  /** Shapes of what flows between layers, which viewers show. */
  readonly between: readonly Port[];
  /** What else is known, by name. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** Version of the operators, and of the file format: onnxruntime has read both since 1.12. */
export const opset = 17;
export const fileVersion = 8;
