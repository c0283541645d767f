import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { briefBrick } from './briefBricks';

const folder = join(import.meta.dirname, '../../../bricks');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /[/\\]\w+\.ts$/.test(file));
const objects = (code: string) => [...code.matchAll(/^ {2}(\w+)[:(]/gm)].map(([, name]) => name);

test.each(files)('%s is without words for its parameters, and its words are apart', (file) => {
  const code = readFileSync(join(folder, file), 'utf8');
  const brief = briefBrick(file, code, false);
  expect(/^ {2}docs: \{$.*?^ {2}\},$/ms.exec(code)![0].match(/params:/g)).toHaveLength(2);
  expect(/^ {2}docs: \{$.*?^ {2}\},$/ms.exec(brief)![0]).not.toContain('params');
  expect(objects(brief)).toEqual(objects(code));
  const words = briefBrick(file, code, true);
  expect(objects(words.slice(words.indexOf('export default')))).toEqual(['type', 'docs']);
  expect(words.match(/params:/g)).toHaveLength(2);
});

test('a brick without words for its parameters is told', () => {
  expect(() => briefBrick('a.ts', 'export default defineBrick({ type: "a" });', false)).toThrow('a.ts has no words');
});
