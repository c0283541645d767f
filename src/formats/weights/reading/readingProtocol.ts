import type { FileLayer, ModelAbout, NamedBlob, Outline, WeightFileTrouble, WeightFormat } from '../weightFile';

/** A layer of a file that another thread has open: of its tensors the numbers by which they are asked for. */
export interface SentLayer extends Omit<FileLayer, 'tensors' | 'layers'> {
  readonly tensors: readonly { readonly name: string; readonly shape: readonly number[]; readonly number: number }[];
  readonly layers: readonly SentLayer[];
}

/** Bytes for a reader: a Blob, or where they lie on the disk. */
export type SentFile = NamedBlob | { readonly name: string; readonly path: string };

/** What a reader is asked, one thing after the other. */
export type ToReader =
  | { readonly type: 'open'; readonly files: readonly SentFile[] }
  /** The next piece of a tensor; `spare` is memory that can be used for it. */
  | { readonly type: 'piece'; readonly number: number; readonly spare: ArrayBuffer | null }
  /** No more of it is wanted. */
  | { readonly type: 'enough'; readonly number: number };

export type FromReader =
  /** It has begun to run. */
  | { readonly type: 'ready' }
  /** It goes on: nothing else is to be heard for a while. */
  | { readonly type: 'alive' }
  | {
      readonly type: 'opened';
      readonly format: WeightFormat;
      readonly layers: readonly SentLayer[];
      readonly config: unknown;
      readonly about: ModelAbout | null;
      readonly optimizer: SentLayer | null;
      readonly outline: Outline | null;
      readonly document: string | null;
    }
  /** Null behind the last one. */
  | { readonly type: 'piece'; readonly values: Float32Array<ArrayBuffer> | null }
  | { readonly type: 'trouble'; readonly trouble: WeightFileTrouble }
  /** Nothing that is known of files. */
  | { readonly type: 'failed'; readonly detail: string };

/** The end of a wire to a reader: a `Worker`, or a thread of Node. */
export interface ReaderWire {
  send(message: ToReader, transfer: readonly ArrayBuffer[]): void;
  /** What it says, and that it has ended by itself. */
  listen(heard: (message: FromReader) => void, died: () => void): void;
  end(): void;
}
