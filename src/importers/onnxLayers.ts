import type { Result } from '../document/result';
import type { NamedBlob } from '../formats/weights/weightFile';
import type { ImportTrouble } from './importTrouble';
import type { KerasGraph } from './kerasGraph/kerasGraph';

/** A graph in ONNX's operators as layers: plain data, with all numbers in Keras's layout and order. */
export interface OnnxLayers {
  readonly graph: KerasGraph;
  readonly drafts: readonly {
    readonly name: string;
    readonly weights: readonly { readonly shape: readonly number[]; readonly values: Float32Array<ArrayBuffer> }[];
  }[];
  /** Layers that compute with the very same constants, by name: each but the first with the first. */
  readonly shares: ReadonlyMap<string, string>;
}

/** How an ONNX file, the first of these, with those that lay beside it, becomes layers: here, or in a thread of its own. */
export type ReadLayers = (files: readonly NamedBlob[]) => Promise<Result<OnnxLayers, ImportTrouble>>;
