import { Worker } from 'node:worker_threads';

const found = (name: string) => JSON.stringify(import.meta.resolve(name));

/**
 * A thread that runs a module in TypeScript, which it does not take over from this process. HDF5's four megabytes come
 * before that is set up, or they would be looked through for types.
 */
export function typescriptThread(module: URL, workerData: unknown): Worker {
  const start = `import(${found('h5wasm/node')})
    .then(() => import(${found('tsx/esm/api')}))
    .then(({ register }) => (register(), import(${JSON.stringify(module.href)})));`;
  // What HDF5 prints of its troubles is no sentence of ours.
  return new Worker(start, { eval: true, execArgv: [], workerData, name: 'reading', stderr: true });
}
