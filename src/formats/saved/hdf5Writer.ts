import type { File, Group } from 'h5wasm';
import { hdf5Library } from '../weights/hdf5Library';
import { emptyPlace } from '../weights/hdf5Place';
import type { Wrote } from './wrote';

/** More names than this do not fit into one attribute of 64 KB: each takes 16 bytes. */
const mostNames = 3000;

/** Writes groups, texts and tensors of an HDF5 file; paths have `/` between names and none in front. */
export interface Hdf5Writer {
  group(path: string): void;
  text(path: string, attribute: string, value: string): void;
  /** A list of texts; a long one is cut as Keras cuts it, into `name0`, `name1`, … */
  texts(path: string, attribute: string, values: readonly string[]): void;
  tensor(path: string, shape: readonly number[], values: Float32Array): Promise<void>;
}

/** The bytes of an HDF5 file that `write` fills. */
export async function writtenHdf5(
  wrote: Wrote,
  write: (writer: Hdf5Writer) => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const library = await hdf5Library();
  const place = await emptyPlace(library);
  try {
    const file = new library.File(place.path, 'w');
    try {
      await write(writerOf(file, wrote));
    } finally {
      file.close();
    }
    return place.bytes();
  } finally {
    place.remove();
  }
}

function writerOf(file: File, wrote: Wrote): Hdf5Writer {
  const groups = new Map<string, Group>([['', file]]);
  const split = (path: string) => {
    const cut = path.lastIndexOf('/');
    return [path.slice(0, Math.max(0, cut)), path.slice(cut + 1)] as const;
  };
  const groupAt = (path: string): Group => {
    const known = groups.get(path);
    if (known) return known;
    const [above, name] = split(path);
    const made = groupAt(above).create_group(name);
    groups.set(path, made);
    return made;
  };
  const list = (group: Group, attribute: string, values: readonly string[]) =>
    // A list of texts of any length cannot be empty.
    group.create_attribute(attribute, [...values], [values.length], values.length === 0 ? 'S1' : 'S');
  return {
    group: (path) => void groupAt(path),
    text: (path, attribute, value) => groupAt(path).create_attribute(attribute, value, [], 'S'),
    texts(path, attribute, values) {
      if (values.length <= mostNames) return list(groupAt(path), attribute, values);
      for (let part = 0; part * mostNames < values.length; part++) {
        list(groupAt(path), `${attribute}${part}`, values.slice(part * mostNames, (part + 1) * mostNames));
      }
    },
    async tensor(path, shape, values) {
      const [above, name] = split(path);
      groupAt(above).create_dataset({ name, data: values, shape: [...shape], dtype: '<f' });
      await wrote(values.byteLength);
    },
  };
}
