import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { extension, fileText } from '../../formats/file';
import { importers } from '../../importers';
import type { Command } from './command';
import { CommandError } from '../commandError';
import { modelsIn, openFile, shapesFrom } from '../source';

/** A name with what would break the line, or the columns, as spaces. */
const oneLine = (name: string) => name.replace(/\s+/g, ' ');

export const importCommand: Command = {
  name: 'import',
  usage: `<file> (--out <file>${extension} [--model <name>] [--input 224x224x3] [--force] | --list)`,
  about: `writes the model in a file as a DeepBrick document, and says what it assumed and left out; reads ${importers.map(({ name }) => name.en).join(' and ')}, as every command does that takes a file; --list says every model in it with its parameters`,
  flags: {
    out: { type: 'string' },
    model: { type: 'string' },
    input: { type: 'string' },
    list: { type: 'boolean' },
    force: { type: 'boolean' },
  },
  words: 1,
  async run([path], flags) {
    const { out, force, model, list } = flags;
    if (list === true) {
      for (const { name, parameters } of await modelsIn(path!)) console.log(`${oneLine(name)}\t${parameters}`);
      return;
    }
    if (typeof out !== 'string' || !out.endsWith(extension)) {
      throw new CommandError(`import needs --out <file>${extension}.`);
    }
    if (existsSync(out) && !force) throw new CommandError(`${out} is there already; --force writes over it.`);
    const { document } = await openFile(path!, {
      ...shapesFrom(flags),
      ...(typeof model === 'string' ? { model } : {}),
    });
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, fileText(document));
    console.log(`“${document.title}” with ${Object.keys(document.nodes).length} bricks in ${out}.`);
  },
};
