import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { root } from './step';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const { dependencies, optionalDependencies, devDependencies, scripts } = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    optionalDependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    scripts: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const names = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });

/** First cells of the rows of the table under a heading, each a list of names in backticks. */
function namesUnder(heading: string): string[] {
  const section = readme.split(`\n${heading}\n`)[1]?.split(/\n#+ /)[0] ?? '';
  const cells = section.split('\n').map((line) => /^\| ([^|]*)\|/.exec(line)?.[1] ?? '');
  return cells.flatMap((cell) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, name]) => name!));
}

describe('README', () => {
  test('gives every dependency its reason, and names no other', () => {
    expect(namesUnder('### Dependencies').toSorted()).toEqual(names.toSorted());
  });

  test('names only commands that exist', () => {
    const commands = Array.from(readme.matchAll(/npm run (?:-s )?([\w:]+)/g), ([, name]) => name!);
    expect(commands.length).toBeGreaterThan(4);
    for (const command of commands) expect(scripts).toHaveProperty([command]);
  });

  test('runs only files that exist', () => {
    const files = Array.from(readme.matchAll(/npx tsx (\S+\.ts)/g), ([, path]) => path!);
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('shows pictures and links files that exist', () => {
    const targets = Array.from(readme.matchAll(/\]\(((?!https?:|#)[^)]+)\)/g), ([, path]) => path!);
    expect(targets.length).toBeGreaterThan(3);
    expect(targets.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
