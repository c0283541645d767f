import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compile } from '../../compile/compile';
import { buildable } from '../../compile/plan';
import { parse } from '../../document/reading/parse';
import { isKeptRefused } from '../../formats/saved/keptWeights';
import { saveModel } from '../../formats/saved/saveModel';
import type { OpenedModel } from '../../formats/saved/readSavedModel';
import { savedFiles } from '../../formats/saved/savedFiles';
import type { SavedFormat } from '../../formats/saved/savedFormat';
import { WeightFileError } from '../../formats/weights/weightFile';
import type { WeightTensors } from '../../formats/weights/weightTensors';
import { engineTroubleText } from '../../i18n/troubles/engineTrouble';
import { parseTroubleText } from '../../i18n/troubles/parseTrouble';
import { weightFileText } from '../../i18n/troubles/weightFiles';
import { type Match, complete, matchWeights, matchedWeights } from '../../pretrained/matching/match';
import { library } from '../../../templates/index';
import { byOrderFlag, refuseByOrder } from '../byOrder';
import type { Command } from './command';
import { CommandError } from '../commandError';
import { openInThread } from '../reading/openInThread';
import { type Source, openBuildable } from '../source';
import { type Flags, templateFlags } from '../templateOptions';
import { filesAt } from '../weightPath';

const endings: readonly (readonly [ending: string, format: SavedFormat])[] = [
  ['.weights.h5', 'weights'],
  ['.h5', 'h5'],
  ['.keras', 'keras'],
  ['model.json', 'tfjs'],
  ['.zip', 'tfjs'],
];

/** The model that the weights are of: the one asked for, or the one that the file carries. Rejects with `CommandError`. */
async function sourceOf(path: string, opened: OpenedModel, flags: Flags): Promise<Source> {
  const { document: text } = opened;
  const { template, document, force: _force, 'by-order': _byOrder, ...options } = flags;
  if (template !== undefined && document !== undefined) {
    throw new CommandError('--template and --document exclude each other; give one of them.');
  }
  const asked = template ?? document;
  if (typeof asked === 'string') return openBuildable(asked, options);
  if (text === null && opened.weights.config !== null) return openBuildable(path, options);
  if (text === null) {
    throw new CommandError(
      `${path} says nothing of its layers: say with --template <id> or --document <file> which model it is.`,
    );
  }
  const parsed = parse(text);
  if (!parsed.ok) throw new CommandError(`${path}: ${parseTroubleText(parsed.error, 'en')}`);
  const plan = compile(parsed.value, library);
  if (!buildable(plan)) throw new CommandError(`${path}: the model in it has open problems; give --document <file>.`);
  return { document: parsed.value, plan };
}

function misfit(path: string, { report, amid }: Match): CommandError {
  const { missing, wrongShape } = report;
  const first = wrongShape[0];
  const reasons = [
    ...(missing.length > 0 ? [`${missing.length} weights are missing, the first is ${missing[0]}`] : []),
    ...(first ? [`${first.name} should have shape ${first.expected.join('×')}, not ${first.got.join('×')}`] : []),
    ...(amid.length > 0 ? [`${amid[0]} belongs to another model`] : []),
  ];
  return new CommandError(`${path} does not fit the model: ${reasons.join('; ')}.`);
}

async function read(path: string, flags: Flags): Promise<{ source: Source; weights: WeightTensors }> {
  const opened = await openInThread(await filesAt(path));
  try {
    const source = await sourceOf(path, opened, flags);
    const match = matchWeights(source.plan, opened.weights);
    if (!complete(match)) throw misfit(path, match);
    refuseByOrder(path, match.report, flags['by-order'] === true);
    return { source, weights: await matchedWeights(match) };
  } finally {
    opened.weights.close();
  }
}

export const convertCommand: Command = {
  name: 'convert',
  usage: '<in> <out> [--template <id> | --document <file>] [--by-order] [--force] [options of the template]',
  about:
    'turns a saved model (.h5, .weights.h5, .keras, model.json) into another format, which the ending of <out> names; .zip is model.json with its shards',
  flags: {
    ...templateFlags(),
    ...byOrderFlag,
    template: { type: 'string' },
    document: { type: 'string' },
    force: { type: 'boolean' },
  },
  words: 2,
  async run([from, to], flags) {
    const format = endings.find(([ending]) => to!.endsWith(ending))?.[1];
    if (!format) {
      const known = endings.map(([ending]) => ending).join(', ');
      throw new CommandError(`${to!} ends in none of ${known}: the ending says what to write.`);
    }
    if (existsSync(to!) && !flags['force']) throw new CommandError(`${to!} is there already; --force writes over it.`);
    try {
      const { source, weights } = await read(from!, flags);
      mkdirSync(dirname(to!), { recursive: true });
      const model = { ...source, weights };
      if (to!.endsWith('model.json')) {
        for (const [name, content] of Object.entries(await savedFiles(model))) {
          writeFileSync(name === 'model.json' ? to! : join(dirname(to!), name), content);
        }
      } else writeFileSync(to!, new Uint8Array(await (await saveModel(model, format)).arrayBuffer()));
      const parameters = Object.values(weights).reduce((sum, { values }) => sum + values.length, 0);
      console.log(
        `${Object.keys(weights).length} weights (${parameters} parameters) of “${source.plan.title}” in ${to!}`,
      );
    } catch (error) {
      if (isKeptRefused(error)) throw new CommandError(engineTroubleText({ code: 'keptNames', data: error }, 'en'));
      throw error instanceof WeightFileError ? new CommandError(weightFileText(error.trouble, 'en')) : error;
    }
  },
};
