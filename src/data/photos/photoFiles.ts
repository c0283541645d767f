/** Where photos' files lie, by project and name: the hash, of a thumbnail `hash.small`. A full disk rejects with a `QuotaExceededError`. */
export interface PhotoFiles {
  read(project: string, name: string): Promise<Blob | null>;
  write(project: string, name: string, file: Blob): Promise<void>;
  remove(project: string, name: string): Promise<void>;
  names(project: string): Promise<readonly string[]>;
  /** Projects that have any file. */
  projects(): Promise<readonly string[]>;
  removeProject(project: string): Promise<void>;
}

export const thumbnailName = (hash: string) => `${hash}.small`;

const isMissing = (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError';

/** What was asked for, or `otherwise` where it does not exist. */
async function found<T, U>(asked: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await asked;
  } catch (error) {
    if (isMissing(error)) return otherwise;
    throw error;
  }
}

async function namesIn(directory: FileSystemDirectoryHandle | null): Promise<readonly string[]> {
  const names: string[] = [];
  if (directory !== null) for await (const name of directory.keys()) names.push(name);
  return names;
}

/** In the origin's private file system, one folder per project; usable in the page and in workers. */
export function privateFiles(folder = 'photos'): PhotoFiles {
  const root = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true });
  const open = async (project: string) => found((await root()).getDirectoryHandle(project), null);
  return {
    async read(project, name) {
      const handle = await found((await open(project))?.getFileHandle(name) ?? Promise.resolve(null), null);
      return (await handle?.getFile()) ?? null;
    },
    async write(project, name, file) {
      const directory = await (await root()).getDirectoryHandle(project, { create: true });
      const writable = await (await directory.getFileHandle(name, { create: true })).createWritable();
      try {
        await writable.write(file);
        await writable.close();
      } catch (error) {
        // What a full disk cut off must not pass for the photo later.
        await found(directory.removeEntry(name), undefined);
        throw error;
      }
    },
    async remove(project, name) {
      await found((await open(project))?.removeEntry(name) ?? Promise.resolve(), undefined);
    },
    names: async (project) => namesIn(await open(project)),
    projects: async () => namesIn(await root()),
    async removeProject(project) {
      await found((await root()).removeEntry(project, { recursive: true }), undefined);
    },
  };
}

/** For browsers that give no storage, and for Node: kept as long as the program runs. */
export function memoryFiles(): PhotoFiles {
  const kept = new Map<string, Map<string, Blob>>();
  const of = (project: string) => kept.get(project) ?? new Map<string, Blob>();
  return {
    read: async (project, name) => of(project).get(name) ?? null,
    write: async (project, name, file) => void kept.set(project, of(project).set(name, file)),
    remove: async (project, name) => void of(project).delete(name),
    names: async (project) => [...of(project).keys()],
    projects: async () => [...kept.keys()],
    removeProject: async (project) => void kept.delete(project),
  };
}
