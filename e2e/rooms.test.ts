import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { root } from './step';

/** One row of the table of rooms in README: what its files may import beside each other. */
interface Room {
  readonly path: string;
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

const inBackticks = (cell: string) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, name]) => name!);

function readRooms(): Room[] {
  const table = readFileSync(join(root, 'README.md'), 'utf8').split('| room ')[1]?.split('\n\n')[0] ?? '';
  return table
    .split('\n')
    .slice(2)
    .map((row) => row.split('|').map((cell) => cell.trim()))
    .map(([, path, , rooms, packages]) => ({
      path: inBackticks(path ?? '')[0] ?? '',
      rooms: inBackticks(rooms ?? ''),
      packages: inBackticks(packages ?? ''),
    }));
}

/** All files below a folder, or its folders, as paths from the root with forward slashes. */
function below(folder: string, kind: 'files' | 'folders'): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: kind === 'files' })
    .filter((entry) => (kind === 'files' ? /\.tsx?$/.test(entry.name) : entry.isDirectory()))
    .map((entry) => posix(relative(root, join(entry.parentPath, entry.name))));
}

/** Tests, and what only tests use (`testDocuments.ts`). */
const isTest = (file: string) => /\.test\.tsx?$|\/test[A-Z]\w*\.ts$/.test(file);
const posix = (path: string) => path.split(sep).join('/');

/** What a file imports, at run time or as types. */
function importsOf(file: string): string[] {
  const code = readFileSync(join(root, file), 'utf8');
  const { staticImports, staticExports, dynamicImports } = parseSync(file, code).module;
  const written = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? [])),
    ...dynamicImports.map(({ moduleRequest }) => code.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
  ];
  return written.map((specifier) => specifier.replace(/\?\w+$/, ''));
}

const within = (path: string, room: string) => path === room || path.startsWith(`${room}/`);

/** Why a room may not import this, or null. */
function objection(room: Room, file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) {
    const target = posix(relative(root, join(root, dirname(file), specifier)));
    const allowed = [room.path, ...room.rooms].some((path) => within(target, path));
    return allowed ? null : `${file} imports ${target}`;
  }
  const fits = room.packages.some(
    (name) => within(specifier, name) || (name === 'node:' && specifier.startsWith(name)),
  );
  return fits ? null : `${file} imports ${specifier}`;
}

const rooms = readRooms();

describe('the house', () => {
  test('has a row in README for every folder with code', () => {
    const folders = [...below('src', 'folders'), 'bricks', 'templates'].filter(
      (path) => below(path, 'files').length > 0,
    );
    expect(rooms.map(({ path }) => path).toSorted()).toEqual(folders.toSorted());
  });

  test.each(rooms)('$path imports only what the table allows', (room) => {
    const code = below(room.path, 'files').filter((file) => !isTest(file));
    expect(code.length).toBeGreaterThan(0);
    const objections = code.flatMap((file) => importsOf(file).map((specifier) => objection(room, file, specifier)));
    expect(objections.filter((text) => text !== null)).toEqual([]);
  });

  test('bricks and templates do not import each other', () => {
    const leaves = [...below('bricks', 'files'), ...below('templates', 'files')].filter(
      (file) => !isTest(file) && !file.endsWith('/index.ts'),
    );
    const siblings = leaves.flatMap((file) => importsOf(file).filter((name) => name.startsWith('./')));
    expect(siblings).toEqual([]);
  });
});
