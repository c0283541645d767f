import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the built page is made of. */
const sources = [
  'src',
  'bricks',
  'templates',
  'public',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

function newest(path: string): number {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Must the page, or another thing that is `built` from the sources, be built: is it missing or older than anything it is made of? */
export function needsBuild(root: string, built = join(root, 'dist', 'index.html')): boolean {
  if (!existsSync(built)) return true;
  const made = statSync(built).mtimeMs;
  return sources.map((name) => join(root, name)).some((path) => existsSync(path) && newest(path) > made);
}
