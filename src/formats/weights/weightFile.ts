/** Bytes of a file by name; in Node file-backed by `fs.openAsBlob`, so that nothing is read before it is needed. */
export interface NamedBlob {
  /** File name, or a path inside a folder: `group1-shard1of4.bin`. */
  readonly name: string;
  readonly blob: Blob;
}

/** How weights can be stored. `kerasH5`: weights alone; `kerasModelH5`: a whole model, both in the legacy layout. `torch`: PyTorch's, its tensors as PyTorch has them. */
export type WeightFormat = 'kerasH5' | 'kerasModelH5' | 'kerasWeightsH5' | 'keras' | 'tfjs' | 'torch';

/** One tensor in a file; it is read only when asked for, one at a time, so that a large file is never in memory whole. */
export interface FileTensor {
  /** As the file names it: `conv1/kernel:0`, `vars/0`. */
  readonly name: string;
  readonly shape: readonly number[];
  /**
   * Float32 values in order, about a megabyte at a time; quantised ones are restored. A piece is good until the next one is
   * asked for. Throws `WeightFileError('truncated')`.
   */
  pieces(): AsyncIterable<Float32Array<ArrayBuffer>>;
}

/** What a file says of a tensor. */
export type TensorShape = Pick<FileTensor, 'name' | 'shape'>;

/** A layer of a file with its weights in the file's order; a model inside a model has its layers in `layers`. */
export interface LayerOf<T> {
  readonly name: string;
  readonly tensors: readonly T[];
  readonly layers: readonly LayerOf<T>[];
  /** Class and number by which the file counts it: `conv2d_1` is the second Conv2D. Missing where a file has an order. */
  readonly counted?: string;
  /** The file has no name for it: `name` is how it counts it. */
  readonly nameless?: true;
}

export type FileLayer = LayerOf<FileTensor>;
/** A layer without the values of its weights. */
export type LayerShapes = LayerOf<TensorShape>;

/** A layer that a file names, whether it has weights or not, with their names and shapes. */
export interface OutlinedLayer {
  readonly name: string;
  /** Class and number by which the file counts it, as in `FileLayer`. */
  readonly counted?: string;
  readonly tensors: readonly TensorShape[];
  /** It is a model with layers of its own. */
  readonly isModel: boolean;
}

/** All layers of a file that has no configuration. */
export interface Outline {
  readonly layers: readonly OutlinedLayer[];
  /** They stand in the model's order. */
  readonly inOrder: boolean;
}

/** Who wrote a model, and how it was trained, as the file has it. */
export interface ModelAbout {
  /** Keras's version, such as `2.15.0`; null where it is not said. */
  readonly version: string | null;
  /** `training_config`, or Keras 3's `compile_config`; null where the model was not compiled. */
  readonly training: unknown;
}

/** An open weights file. */
export interface WeightFile {
  readonly format: WeightFormat;
  readonly layers: readonly FileLayer[];
  /** The model's configuration as the file has it (Keras's or tfjs's `model_config`); null where there is none. */
  readonly config: unknown;
  /** What a whole model's file says besides; missing where it says nothing. */
  readonly about?: ModelAbout;
  /** What the file keeps of the optimizer: its class, and its tensors in the file's order. */
  readonly optimizer?: FileLayer;
  /** What a file of weights alone says of the layers; missing where the configuration says it. */
  readonly outline?: Outline;
  /** Frees what reading holds; tensors cannot be read afterwards. */
  close(): void;
}

/** What is wrong with a file, as data; the sentence is made in `src/i18n/troubles/weightFiles.ts`. */
export type WeightFileTrouble =
  | { readonly code: 'notWeights'; readonly name: string }
  | { readonly code: 'truncated'; readonly name: string }
  /** Git LFS's pointer to the file, which was not fetched. */
  | { readonly code: 'gitLfs'; readonly name: string }
  | { readonly code: 'graphModel'; readonly name: string }
  | { readonly code: 'missingShard'; readonly name: string; readonly shard: string }
  | { readonly code: 'wrongHash'; readonly name: string; readonly expected: string; readonly got: string }
  | { readonly code: 'unsupportedType'; readonly name: string; readonly type: string }
  /** A file of PyTorch would call this when it is loaded; it holds more than tensors. */
  | { readonly code: 'pickleCall'; readonly name: string; readonly called: string }
  /** A file of PyTorch before version 1.6. */
  | { readonly code: 'oldPickle'; readonly name: string }
  /** Groups lie in groups, perhaps in a circle, deeper than `most`. */
  | { readonly code: 'tooDeep'; readonly name: string; readonly most: number }
  /** It has more groups and tensors than any model, or the same ones again and again. */
  | { readonly code: 'tooMany'; readonly name: string; readonly most: number }
  /** It says of itself that it has, or unpacks to, more bytes than are read. */
  | { readonly code: 'tooLarge'; readonly name: string; readonly bytes: number; readonly most: number }
  /** Its reader gave no sign of life for so long, and was ended: it is damaged in a way that is read for ever. */
  | { readonly code: 'noAnswer'; readonly name: string; readonly seconds: number }
  /** It was moved, changed or deleted since it was chosen. */
  | { readonly code: 'gone'; readonly name: string }
  /** The part of the program that reads files did not start. */
  | { readonly code: 'noReader'; readonly name: string };

export class WeightFileError extends Error {
  override readonly name = 'WeightFileError';
  constructor(readonly trouble: WeightFileTrouble) {
    super(`${trouble.code}: ${trouble.name}`);
  }
}

/** By its name: the command line's engine is a bundle with a class of its own. */
export const isWeightFileError = (error: unknown): error is WeightFileError =>
  error instanceof Error && error.name === 'WeightFileError' && 'trouble' in error;
