import type { WeightsEntry, WeightsPlace } from '../document/architecture';
import type { Library } from '../document/template';

/** The only servers that weights come from. */
export const servers: Readonly<Record<WeightsPlace['server'], string>> = {
  keras: 'https://storage.googleapis.com/tensorflow/keras-applications/',
  tfjs: 'https://storage.googleapis.com/tfjs-models/tfjs/',
};

/** Every file that can be downloaded. */
export const catalogueOf = ({ architectures }: Library): readonly WeightsEntry[] =>
  Object.values(architectures).flatMap(({ architecture }) => architecture.files);

export const entryOf = (library: Library, id: string): WeightsEntry | null =>
  catalogueOf(library).find((entry) => entry.id === id) ?? null;

/** The entry whose file has this name at Keras; null: a name of somebody's own. */
export const entryOfFile = (library: Library, name: string): WeightsEntry | null =>
  catalogueOf(library).find(({ places: [keras] }) => keras?.path.split('/').at(-1) === name) ?? null;

/** The only names of shards that are asked for: what a manifest says must not lead elsewhere. */
export const shardName = /^group\d{1,4}-shard\d{1,4}of\d{1,4}(\.bin)?$/;

/** Whether a path on a server is a file of the catalogue, or a shard beside one of its `model.json`. */
export function isPublished(library: Library, server: string, path: string): server is WeightsPlace['server'] {
  const [folder, name] = [path.slice(0, path.lastIndexOf('/') + 1), path.slice(path.lastIndexOf('/') + 1)];
  const wanted = shardName.test(name) ? `${folder}model.json` : path;
  const places = catalogueOf(library).flatMap((entry) => entry.places);
  return places.some((place) => place.server === server && place.path === wanted);
}
