import type { Plan } from '../compile/plan';
import type { Result } from '../document/result';
import type { NamedBlob } from '../formats/weights/weightFile';
import type { ImportTrouble } from './importTrouble';
import type { KerasGraph } from './kerasGraph/kerasGraph';

/** A graph in ONNX's operators as layers: plain data. */
export interface LayerGraph {
  readonly graph: KerasGraph;
  /** Layers that compute with the very same constants, by name: each but the first with the first. */
  readonly shares: ReadonlyMap<string, string>;
}

/** Numbers of a layer in Keras's layout and order. */
export interface LayerNumbers {
  readonly name: string;
  readonly weights: readonly { readonly shape: readonly number[]; readonly values: Float32Array<ArrayBuffer> }[];
}

/** The files of a model's weights; null where it has none. */
export type WeightFiles = Result<readonly NamedBlob[] | null, ImportTrouble>;

/** Layers with their numbers, which stay where they were read. */
export interface OnnxLayers extends LayerGraph {
  /** The weights of a model of these layers as `model.json` with its shards. */
  weightFiles(plan: Plan): Promise<WeightFiles>;
  /** Nothing more is wanted of them. */
  end(): void;
}

/** How an ONNX file, the first of these, with those that lay beside it, becomes layers: here, or in a thread of its own. */
export type ReadLayers = (files: readonly NamedBlob[]) => Promise<Result<OnnxLayers, ImportTrouble>>;
