import { type Hdf5Library, inNode } from './hdf5Library';

/** Where h5wasm finds the bytes of a Blob. */
export interface Hdf5Place {
  readonly path: string;
  remove(): void;
}

let places = 0;

/**
 * Gives a Blob a path that h5wasm can open. In a worker the Blob is read slice by slice where it lies; in Node it is
 * written to a temporary file; only on a page's main thread, which cannot wait for a slice, is it copied into memory.
 */
export async function placeHdf5(blob: Blob, { module }: Hdf5Library): Promise<Hdf5Place> {
  if (inNode) return onDisk(blob);
  const { FS } = module;
  const folder = `/weights_${places++}`;
  const path = `${folder}/weights.h5`;
  FS.mkdir(folder);
  if ('WorkerGlobalScope' in globalThis) {
    FS.mount(FS.filesystems.WORKERFS, { blobs: [{ name: 'weights.h5', data: blob }] }, folder);
    const remove = () => {
      FS.unmount(folder);
      FS.rmdir(folder);
    };
    return { path, remove };
  }
  FS.writeFile(path, new Uint8Array(await blob.arrayBuffer()));
  const remove = () => {
    FS.unlink(path);
    FS.rmdir(folder);
  };
  return { path, remove };
}

/** A place to write a new file. `bytes` gives what was written. */
export async function emptyPlace({ module }: Hdf5Library): Promise<Hdf5Place & { bytes(): Uint8Array<ArrayBuffer> }> {
  if (inNode) {
    const { fs, place } = await temporary();
    return { ...place, bytes: () => new Uint8Array(fs.readFileSync(place.path)) };
  }
  const path = `/written_${places++}.h5`;
  return {
    path,
    remove: () => module.FS.unlink(path),
    bytes: () => new Uint8Array(module.FS.readFile(path)),
  };
}

/** Named by variables, so that bundles for the page do not look for Node's modules. */
async function temporary() {
  const [fsName, osName, pathName] = ['node:fs', 'node:os', 'node:path'];
  const [fs, os, path] = (await Promise.all([
    import(/* @vite-ignore */ fsName!),
    import(/* @vite-ignore */ osName!),
    import(/* @vite-ignore */ pathName!),
  ])) as [typeof import('node:fs'), typeof import('node:os'), typeof import('node:path')];
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deepbrick-'));
  const place: Hdf5Place = {
    path: path.join(folder, 'weights.h5'),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
  return { fs, place };
}

async function onDisk(blob: Blob): Promise<Hdf5Place> {
  const { fs, place } = await temporary();
  const file = await fs.promises.open(place.path, 'w');
  try {
    for await (const piece of pieces(blob)) await file.write(piece);
  } catch (error) {
    place.remove();
    throw error;
  } finally {
    await file.close();
  }
  return place;
}

async function* pieces(blob: Blob): AsyncGenerator<Uint8Array> {
  const size = 8 * 2 ** 20;
  for (let start = 0; start < blob.size; start += size) {
    yield new Uint8Array(await blob.slice(start, start + size).arrayBuffer());
  }
}
