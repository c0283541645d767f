import { openAsBlob } from 'node:fs';
import { appendFile, mkdir, readdir, rm, rmdir, stat, truncate } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { type FileStore, StoreFullError } from './fileStore';

/** Where the command line keeps weights: `DEEPBRICK_CACHE`, else `deepbrick` below the user's folder for caches. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const own = environment['DEEPBRICK_CACHE'];
  if (own) return own;
  return join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'deepbrick');
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** One part of a path as a file's name that stays inside its folder. */
const safe = (part: string) => encodeURIComponent(part).replace(/^\.+$/, (dots) => '%2E'.repeat(dots.length));

/** Plain files in a folder, which is made when something is written. */
export function folderStore(folder: string): FileStore {
  const fileOf = (path: string) => join(folder, ...path.split('/').map(safe));
  return {
    async paths() {
      try {
        const entries = await readdir(folder, { recursive: true, withFileTypes: true });
        const names = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
        return names.map((name) =>
          name
            .slice(folder.length + 1)
            .split(/[\\/]/)
            .map(decodeURIComponent)
            .join('/'),
        );
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },
    async read(path) {
      try {
        await stat(fileOf(path));
        return await openAsBlob(fileOf(path));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async append(path, bytes) {
      await mkdir(dirname(fileOf(path)), { recursive: true });
      const { size } = await stat(fileOf(path)).catch((error: unknown) => {
        if (isMissing(error)) return { size: 0 };
        throw error;
      });
      try {
        await appendFile(fileOf(path), new Uint8Array(await bytes.arrayBuffer()));
      } catch (error) {
        if (!['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
        await truncate(fileOf(path), size);
        throw new StoreFullError();
      }
    },
    async remove(path) {
      await rm(fileOf(path), { force: true });
      const left = await readdir(dirname(fileOf(path))).catch(() => ['unknown']);
      if (left.length === 0) await rmdir(dirname(fileOf(path)));
    },
  };
}
