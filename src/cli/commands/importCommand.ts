import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { extension, fileText } from '../../formats/file';
import { importers } from '../../importers';
import type { ImportHelp } from '../../importers/importer';
import { valueIn } from '../../importers/question';
import type { NamedBlob } from '../../formats/weights/weightFile';
import { filesAt } from '../weightPath';
import type { Command } from './command';
import { CommandError } from '../commandError';
import { listModels, openFile, shapesFrom } from '../source';

/** A name with what would break the line, or the columns, as spaces. */
const oneLine = (name: string) => name.replace(/\s+/g, ' ');

export const importCommand: Command = {
  name: 'import',
  usage: `<file> (--out <file>${extension} [--model <name>] [--input 224x224x3] [--weights <file.pt>] [--set <name>=<value>] [--force] | --list)`,
  about: `writes the model in a file as a DeepBrick document, and says what it assumed and left out; reads ${importers.map(({ name }) => name.en).join(' and ')}, as every command does that takes a file; --list says every model in it with its parameters, --model takes one of them, --set says a value that code leaves open`,
  flags: {
    out: { type: 'string' },
    model: { type: 'string' },
    input: { type: 'string' },
    weights: { type: 'string' },
    list: { type: 'boolean' },
    set: { type: 'string', multiple: true },
    force: { type: 'boolean' },
  },
  words: 1,
  async run([path], flags) {
    const { out, force, model, list, set, weights: given } = flags;
    const beside = typeof given === 'string' ? await filesAt(given) : [];
    const help = {
      ...shapesFrom(flags),
      values: valuesIn(set),
      beside,
      ...(typeof model === 'string' ? { model } : {}),
    };
    if (list === true) {
      for (const { name, parameters } of await listModels(path!, help)) {
        console.log(`${oneLine(name)}\t${parameters ?? '?'}`);
      }
      return;
    }
    if (typeof out !== 'string' || !out.endsWith(extension)) {
      throw new CommandError(`import needs --out <file>${extension}.`);
    }
    if (existsSync(out) && !force) throw new CommandError(`${out} is there already; --force writes over it.`);
    const { document, weights } = await openFile(path!, help);
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, fileText(document));
    console.log(`“${document.title}” with ${Object.keys(document.nodes).length} bricks in ${out}.`);
    if (typeof given === 'string') await writeWeights(weights, out);
  },
};

/** Writes weights that came with the model as `model.json` and its shards into a folder beside the document. Throws `CommandError`. */
async function writeWeights(weights: readonly NamedBlob[] | undefined, out: string): Promise<void> {
  if (!weights) throw new CommandError('The weights do not go with the model; nothing was written of them.');
  const folder = `${out.slice(0, -extension.length)}.weights`;
  mkdirSync(folder, { recursive: true });
  for (const { name, blob } of weights) {
    writeFileSync(join(folder, basename(name)), new Uint8Array(await blob.arrayBuffer()));
  }
  console.log(`Its weights are in ${folder}: --weights ${folder} takes them.`);
}

/** `--set name=value`: as Python writes it: numbers, texts, True, lists, dictionaries. Throws `CommandError`. */
function valuesIn(set: unknown): NonNullable<ImportHelp['values']> {
  const given = Array.isArray(set) ? set.map(String) : [];
  return Object.fromEntries(
    given.map((each) => {
      const [, name, value] = /^([^=]+)=(.*)$/.exec(each) ?? [];
      if (name === undefined || value === undefined) throw new CommandError(`--set needs <name>=<value>, not ${each}.`);
      const literal = valueIn(value.trim());
      if (literal === undefined)
        throw new CommandError(`--set ${name} needs a value as Python writes it, not ${value}.`);
      return [name, literal] as const;
    }),
  );
}
