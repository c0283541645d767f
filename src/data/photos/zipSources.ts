import { zipEntries } from '../../formats/zipEntries';
import type { Source } from './importPhotos';

/** The files of a zip, under its name, each unpacked when it is opened. Rejects with `ZipError`. */
export async function zipSources(zip: Blob, name: string): Promise<readonly Source[]> {
  return (await zipEntries(zip)).map((entry) => ({ ...entry, path: `${name}/${entry.name}` }));
}
