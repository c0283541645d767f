import type { Module as LoadedModule, h5wasm } from 'h5wasm';

/** h5wasm with its file system, and whether paths mean the disk (Node) or its own memory (browser). */
export interface Hdf5Library {
  readonly File: typeof h5wasm.File;
  readonly Group: typeof h5wasm.Group;
  readonly Dataset: typeof h5wasm.Dataset;
  readonly module: typeof LoadedModule;
}

/** Node has files; everything else has a file system of h5wasm's own. */
export const inNode = typeof process !== 'undefined' && process.versions?.node !== undefined;

let loading: Promise<Hdf5Library> | null = null;

async function load(): Promise<Hdf5Library> {
  // Named by a variable, so that the page's bundle does not carry Node's build as well.
  const forNode = 'h5wasm/node';
  const library = inNode
    ? ((await import(/* @vite-ignore */ forNode)) as typeof import('h5wasm'))
    : await import('h5wasm');
  const module = await library.ready;
  // Otherwise trouble is printed, and work goes on with an invalid handle.
  module.activate_throwing_error_handler();
  return { File: library.File, Group: library.Group, Dataset: library.Dataset, module };
}

/** Loads h5wasm (4 MB) when a file needs it, once. */
export function hdf5Library(): Promise<Hdf5Library> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}
