import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { protectionHeaders } from './protection';

test.each(['/', '/assets/worker.js'])('nginx sends for %s the headers that our own server sends', (path) => {
  const text = readFileSync(join(import.meta.dirname, '../../../nginx.conf'), 'utf8');
  const [, forAll, forScripts] = /default "([^"]+)";[^~]*~\\\.js\$ "([^"]+)";/.exec(text)!;
  const scripts = path.endsWith('.js') ? forScripts! : forAll!;
  const sent = Array.from(text.matchAll(/add_header (\S+) (?:"([^"]+)"|(\S+)) always;/g), ([, name, quoted, bare]) => [
    name,
    (quoted ?? bare)!.replace('$deepbrick_scripts', scripts),
  ]);
  expect(Object.fromEntries(sent)).toEqual(protectionHeaders(path));
});
