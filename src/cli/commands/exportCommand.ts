import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exporters } from '../../exporters';
import { ExportRefused } from '../../exporters/exportRefused';
import type { ExportChoices } from '../../exporters/exportChoices';
import type { ExportNote } from '../../exporters/exportNote';
import { type BuiltExport, exportedFiles } from '../../exporters/exportedFiles';
import type { ExportSupplies, ExportedModel, Exporter } from '../../exporters/exporter';
import { exportNoteText } from '../../i18n/troubles/exporting/exportNote';
import { exportTroubleText } from '../../i18n/troubles/exporting/exportTrouble';
import { byOrderFlag } from '../byOrder';
import type { Command } from './command';
import { CommandError } from '../commandError';
import { checkExport } from '../exporting/exportCheck';
import { exportChoices, exportFlags, exportFlagsAbout, exportFlagsUsage } from '../exporting/exportFlags';
import { exportSupplies } from '../exporting/exportSupplies';
import { suggestion } from '../nearest';
import { openRunnable } from '../source';
import { isPublishedStart } from '../templateSource';
import { templates } from '../../../templates/index';
import { type Flags, templateFlags } from '../templateOptions';

const targets = exporters.map(({ id }) => id);

/** The target of `--to`. Throws `CommandError`. */
function exporterFor(to: Flags[string]): Exporter {
  if (to === undefined) throw new CommandError(`export needs --to ${targets.join('|')}.`);
  const exporter = exporters.find(({ id }) => id === to);
  if (exporter) return exporter;
  const asked = String(to);
  const known = targets.join(' or ');
  throw new CommandError(`--to takes ${known}, not ${JSON.stringify(asked)}.${suggestion(asked, targets)}`);
}

/** The folder of `--out`, which is there only where it may be written into. Throws `CommandError`. */
function folderFor({ out, force }: Flags): string {
  if (typeof out !== 'string' || out === '') throw new CommandError('export needs --out <folder>.');
  const entry = statSync(out, { throwIfNoEntry: false });
  if (entry && !entry.isDirectory()) throw new CommandError(`${out} is not a folder; give another --out.`);
  if (entry && !force && readdirSync(out).length > 0) {
    throw new CommandError(`${out} is not empty; give another --out, or --force to write into it.`);
  }
  return out;
}

/** The file of `--weights`; null where none is given, or those that are published. Throws `CommandError` for a target without weights. */
function weightsFor(name: string, { weights }: Flags, { project, id }: Exporter): string | null {
  if (typeof weights !== 'string') return null;
  if (project)
    return isPublishedStart(
      templates.find((template) => template.id === name),
      weights,
    )
      ? null
      : weights;
  throw new CommandError(`--to ${id} has no weights in it; convert makes a .weights.h5 that Keras can load.`);
}

/** What was chosen is known, and pretrained weights that are not here are told with how to get them. */
const known: readonly unknown[] = ['chosen', 'notHere', 'target'];
const worthSaying = ({ data }: ExportNote) => !('reason' in data && known.includes(data.reason));

const noteText = (note: ExportNote) =>
  `${exportNoteText(note, 'en')}${note.code === 'noWeights' ? ' Here: --weights <file>.' : ''}`;

/** The way out that only the command line has. */
const hereOf = ({ trouble: { code, data } }: ExportRefused) => {
  if (code === 'frozenLeftOut') return ' Here: leave --no-weights out.';
  const wanted = code === 'weightsNeeded' || (code === 'frozenRandom' && data.holds);
  return wanted ? ' Here: --weights <file>.' : '';
};

/** The model as files. Rejects with `CommandError` where the target refuses it. */
async function filesOf(
  exporter: Exporter,
  model: ExportedModel,
  supplies: ExportSupplies,
  choices: ExportChoices,
): Promise<BuiltExport> {
  try {
    return await exportedFiles(exporter, model, supplies, choices);
  } catch (error) {
    if (!(error instanceof ExportRefused)) throw error;
    throw new CommandError(exportTroubleText(error.trouble, 'en') + hereOf(error));
  }
}

export const exportCommand: Command = {
  name: 'export',
  usage: `<template or file> --to ${targets.join('|')} --out <folder> [--weights <file> [--by-order] | --weights imagenet] ${exportFlagsUsage} [--check] [--force] [options of the template]`,
  about: `writes the model to take away: ${exporters.map(({ id, about }) => `${id} is ${about.en}`).join('; ')}. A project has the weights of the file in it, or the pretrained ones that are on this machine (of an architecture with --weights imagenet); ${exportFlagsAbout}; --check runs the export's own tests where their tool is installed`,
  flags: {
    ...templateFlags(),
    ...byOrderFlag,
    ...exportFlags,
    to: { type: 'string' },
    out: { type: 'string' },
    weights: { type: 'string' },
    force: { type: 'boolean' },
    check: { type: 'boolean' },
  },
  words: 1,
  async run([name], flags) {
    const exporter = exporterFor(flags['to']);
    const out = folderFor(flags);
    const choices = exportChoices(exporter, flags);
    const model = await openRunnable(name!, flags);
    const supplies = exportSupplies(model, weightsFor(name!, flags, exporter), flags['by-order'] === true);
    const { files, notes } = await filesOf(exporter, model, supplies, choices);
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(out, path)), { recursive: true });
      writeFileSync(join(out, path), content);
    }
    for (const note of notes.filter(worthSaying)) console.error(noteText(note));
    const count = Object.keys(files).length;
    console.log(
      `${count} ${count === 1 ? 'file' : 'files'} in ${out}. Next: cd ${out} && ${await exporter.next({ ...model, tests: choices.tests })}`,
    );
    if (flags['check'] === true) checkExport(exporter, out);
  },
};
