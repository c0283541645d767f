import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ExportedFiles } from '../../src/exporters/exporter';

/** Writes an exported project into a folder. */
export function writeFiles(folder: string, files: ExportedFiles): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  if ('runtime/package.json' in files) writeLinks(folder);
}

/** What `npm ci` would link; all other packages are found above. */
export function writeLinks(folder: string): void {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  symlinkSync('../runtime', join(folder, 'node_modules', 'deepbrick-runtime'), 'dir');
}
