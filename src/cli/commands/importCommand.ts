import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { extension, fileText } from '../../formats/file';
import { importers } from '../../importers';
import type { Command } from './command';
import { CommandError } from '../commandError';
import { openFile } from '../source';

export const importCommand: Command = {
  name: 'import',
  usage: `<file> --out <file>${extension} [--force]`,
  about: `writes the model in a file as a DeepBrick document, and says what it assumed and left out; reads ${importers.map(({ name }) => name.en).join(' and ')}, as every command does that takes a file`,
  flags: { out: { type: 'string' }, force: { type: 'boolean' } },
  words: 1,
  async run([path], { out, force }) {
    if (typeof out !== 'string' || !out.endsWith(extension)) {
      throw new CommandError(`import needs --out <file>${extension}.`);
    }
    if (existsSync(out) && !force) throw new CommandError(`${out} is there already; --force writes over it.`);
    const { document } = await openFile(path!);
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, fileText(document));
    console.log(`“${document.title}” with ${Object.keys(document.nodes).length} bricks in ${out}.`);
  },
};
