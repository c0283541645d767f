/**
 * Where the files of `public/` lie, seen from here: beside the page, whatever folder of a server it is in. A worker's own
 * file is one folder further down, once the page is built.
 */
export const publicFiles = (): string =>
  import.meta.env.BASE_URL === './' && 'WorkerGlobalScope' in globalThis ? '../' : import.meta.env.BASE_URL;
