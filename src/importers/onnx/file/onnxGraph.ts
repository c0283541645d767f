/** A constant of the file: its numbers row by row. */
export interface OnnxConstant {
  readonly dims: readonly number[];
  readonly values: Float32Array | readonly number[];
}

/** An attribute of a node, by what it holds; a graph inside it is only said to be there. */
export interface OnnxAttribute {
  readonly float?: number;
  readonly int?: number;
  readonly text?: string;
  readonly constant?: OnnxConstant;
  readonly floats: readonly number[];
  readonly ints: readonly number[];
  readonly texts: readonly string[];
}

/** One operator. An input or output that is left out is an empty name. */
export interface OnnxNode {
  readonly name: string;
  readonly op: string;
  /** Empty for ONNX's own operators. */
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, OnnxAttribute>;
}

/** What goes in or out: all axes, null where the size is open; null in all where the file does not say. */
export interface OnnxPort {
  readonly name: string;
  /** `TensorProto.DataType`. */
  readonly type: number;
  readonly dims: readonly (number | null)[] | null;
  /** For each axis that of the layer, 0 being the batch; missing: told by what takes it. */
  readonly axes?: readonly number[];
}

export interface OnnxGraph {
  readonly name: string;
  readonly opset: number;
  readonly nodes: readonly OnnxNode[];
  readonly constants: ReadonlyMap<string, OnnxConstant>;
  /** Without those that the file gives itself. */
  readonly inputs: readonly OnnxPort[];
  readonly outputs: readonly OnnxPort[];
}

/** The file is none of ONNX, or is damaged. */
export class OnnxDamaged extends Error {
  override readonly name = 'OnnxDamaged';
}

/** Numbers lie in a file beside the model's. */
export class OnnxBeside extends Error {
  override readonly name = 'OnnxBeside';
  constructor(readonly location: string) {
    super(`The numbers are in ${location}.`);
  }
}

/** A tensor holds numbers of a type that is not read. */
export class OnnxType extends Error {
  override readonly name = 'OnnxType';
  constructor(
    readonly tensor: string,
    readonly type: number,
  ) {
    super(`${tensor} has numbers of type ${type}.`);
  }
}
