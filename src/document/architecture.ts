/** What is known of an architecture besides its layers: plain data in its template. */
export interface Architecture {
  /** Class and module in `keras.applications`; null for our own. */
  readonly keras: KerasApplication | null;
  /** Least height and width of its pictures. */
  readonly minimum: number;
  /** How the pictures were prepared that its published weights were trained on. */
  readonly preprocessing: 'caffe' | 'tf' | 'torch' | 'scale';
  /** What the published weights were trained on, with the initial options; those of the digits come with the page. */
  readonly source: 'imagenet' | 'digits';
  /** The weight files that can be downloaded. */
  readonly files: readonly WeightsEntry[];
}

export interface KerasApplication {
  readonly model: string;
  readonly module: string;
}

/** A known weights file on the network. */
export interface WeightsEntry {
  /** Name in the cache and on the command line, e.g. `mobilenet-0.25-224-no-top`. */
  readonly id: string;
  /** Id of the template. */
  readonly architecture: string;
  readonly includeTop: boolean;
  /** Factor on the channels; 1 where the architecture has none. */
  readonly alpha: number;
  /** Height and width of the pictures it was trained on. */
  readonly size: number;
  /** Bytes; null where they are not known before the download. */
  readonly bytes: number | null;
  /** MD5 that Keras publishes; null where it publishes none. */
  readonly md5: string | null;
  /** Where it lies, the most wanted first. */
  readonly places: readonly WeightsPlace[];
}

/** One place that a file can come from. */
export interface WeightsPlace {
  /** One of `servers` in `src/pretrained/catalogue.ts`. */
  readonly server: 'keras' | 'tfjs';
  /** Below the server's address. Of a `model.json` the shards lie beside it. */
  readonly path: string;
}
