import type { WeightsFrom } from '../compile/plan';
import { kerasFiles, mobilenetV2Sizes, mobilenetSizes } from './kerasFiles';

/** A known weights file on the network. */
export interface WeightsEntry {
  /** Name in the cache and on the command line, e.g. `mobilenet-0.25-224-no-top`. */
  readonly id: string;
  /** Id of the template. */
  readonly architecture: string;
  readonly includeTop: boolean;
  /** Width of a MobileNet; 1 elsewhere. */
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
  readonly server: keyof typeof servers;
  /** Below the server's address. Of a `model.json` the shards lie beside it. */
  readonly path: string;
}

/** The only servers that weights come from. */
export const servers = {
  keras: 'https://storage.googleapis.com/tensorflow/keras-applications/',
  tfjs: 'https://storage.googleapis.com/tfjs-models/tfjs/',
} as const;

/** Every file that can be downloaded: Keras's own, and for MobileNet at 224 the one of TensorFlow.js beside it. */
export const catalogue: readonly WeightsEntry[] = kerasFiles.map((file) => ({
  ...file,
  places: [{ server: 'keras', path: file.path }, ...tfjsPlaces(file)],
}));

/** TensorFlow.js publishes MobileNet for 224 with its top, which a model without one leaves out. */
function tfjsPlaces({ architecture, alpha, size }: (typeof kerasFiles)[number]): WeightsPlace[] {
  if (architecture !== 'mobilenet' || size !== 224) return [];
  const width = alpha === 1 ? '1.0' : alpha.toFixed(2);
  return [{ server: 'tfjs', path: `mobilenet_v1_${width}_224/model.json` }];
}

export const entryOf = (id: string): WeightsEntry | null => catalogue.find((entry) => entry.id === id) ?? null;

/** The entry whose file has this name at Keras; null: a name of somebody's own. */
export const entryOfFile = (name: string): WeightsEntry | null =>
  catalogue.find(({ places: [keras] }) => keras?.path.split('/').at(-1) === name) ?? null;

/**
 * The file that Keras takes for these options; null where Keras has none, e.g. for `alpha` 0.3 or four channels.
 * Like Keras, a MobileNet of a size without a file of its own takes the one for 224: convolutions fit any size.
 */
export function weightsFileFor({
  source,
  architecture,
  includeTop,
  alpha,
  inputShape,
}: WeightsFrom): WeightsEntry | null {
  if (source !== 'imagenet' || (inputShape !== null && inputShape[2] !== 3)) return null;
  const found = catalogue.filter((entry) => entry.architecture === architecture && entry.includeTop === includeTop);
  const widths = found.filter((entry) => !sizesOf(architecture) || entry.alpha === alpha);
  const square = inputShape !== null && inputShape[0] === inputShape[1] ? inputShape[0] : 224;
  return widths.find(({ size }) => size === square) ?? widths.find(({ size }) => size === 224) ?? widths[0] ?? null;
}

const sizesOf = (architecture: string): readonly number[] | undefined =>
  ({ mobilenet: mobilenetSizes, 'mobilenet-v2': mobilenetV2Sizes })[architecture];

/** The only names of shards that are asked for: what a manifest says must not lead elsewhere. */
export const shardName = /^group\d{1,4}-shard\d{1,4}of\d{1,4}(\.bin)?$/;

const published: ReadonlySet<string> = new Set(
  catalogue.flatMap(({ places }) => places.map(({ server, path }) => `${server}/${path}`)),
);

/** Whether a path on a server is a file of the catalogue, or a shard beside one of its `model.json`. */
export function isPublished(server: string, path: string): server is WeightsPlace['server'] {
  const [folder, name] = [path.slice(0, path.lastIndexOf('/') + 1), path.slice(path.lastIndexOf('/') + 1)];
  return published.has(`${server}/${path}`) || (shardName.test(name) && published.has(`${server}/${folder}model.json`));
}
