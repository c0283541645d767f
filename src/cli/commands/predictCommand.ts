import { basename } from 'node:path';
import { withoutStarts } from '../../compile/nested/starts';
import { architectureIn } from '../../document/library';
import { engineTroubleText } from '../../i18n/troubles/engineTrouble';
import { takesDrawings } from '../../data/photos/drawings/takesDrawings';
import type { BackendInfo, BackendName } from '../../engine/protocol/backendInfo';
import { library, templates } from '../../../templates/index';
import { byOrderFlag } from '../byOrder';
import type { Command } from './command';
import { CommandError } from '../commandError';
import { imagenetClassesHere } from '../imagenetClassesHere';
import { loadEngine, wasmFiles } from '../loadEngine';
import type * as NodeEngine from '../nodeEngine';
import { downloaded, embeddedWeights, entryFor } from '../ownWeights';
import { type Answer, answersCsv, answersJson, answersTable, answersText } from '../predictedText';
import { openInThread } from '../reading/openInThread';
import { readDrawing, readPhoto } from '../readPhoto';
import { openRunnable } from '../source';
import { type Flags, flagOf, givenTemplateFlags, optionsFrom, templateFlags } from '../templateOptions';
import { filesAt } from '../weightPath';

const backends: readonly string[] = ['wasm', 'cpu'] satisfies BackendName[];

const texts = (flag: Flags[string]): readonly string[] => (Array.isArray(flag) ? flag.map(String) : []);

function chosen<T extends string>(flags: Flags, name: string, allowed: readonly T[], usual: T): T {
  const given = String(flags[name] ?? usual);
  const found = allowed.find((value) => value === given);
  if (found !== undefined) return found;
  throw new CommandError(`--${name} takes ${allowed.join(' or ')}, not ${JSON.stringify(given)}.`);
}

function topOf(given: Flags[string]): number {
  const top = Number(given ?? 5);
  if (Number.isInteger(top) && top >= 1 && top <= 1000) return top;
  throw new CommandError(`--top takes a whole number, 1 … 1000, not ${JSON.stringify(given)}.`);
}

async function answered(engine: typeof NodeEngine, model: string, path: string | undefined, flags: Flags) {
  const { document, plan, weights } = await openRunnable(model, flags);
  const architecture = architectureIn(library, model);
  const files =
    path !== undefined
      ? await filesAt(path)
      : weights
        ? weights
        : architecture?.architecture.source === 'digits'
          ? await embeddedWeights()
          : architecture
            ? await downloaded(entryFor(architecture, optionsFrom(architecture, flags)))
            : null;
  if (files === null) throw new CommandError(`${model} has no published weights; give --weights <file>.`);
  const input = plan.steps.find(({ name }) => name === plan.inputs[0])!.shape;
  if (plan.inputs.length !== 1 || input.length !== 3 || input.some((size) => size === null)) {
    throw new CommandError(`${model} does not take one image of a known size; predict needs a model that does.`);
  }
  const [height, width, channels] = input as readonly [number, number, number];
  const interpolation = chosen(flags, 'interpolation', ['nearest', 'bilinear'], document.training.interpolation);
  const invert = flags['invert'] === true ? true : flags['no-invert'] === true ? false : null;
  // Sized as somebody says, a drawing is a photo.
  const drawings = flags['interpolation'] === undefined && takesDrawings(channels, document.training.dataset);
  const images = texts(flags['image']);
  const pictures = [];
  for (const image of images) {
    if (drawings) {
      pictures.push(await readDrawing(image, { height, width, channels }, invert));
      continue;
    }
    const picture = await readPhoto(image, [height, width, channels], interpolation);
    const values = invert === true ? picture.values.map((value) => 255 - value) : picture.values;
    pictures.push({ ...picture, values });
  }
  const result = await engine.answers({
    plan: withoutStarts(plan),
    files,
    // What was published for an architecture has its order.
    byOrder: path === undefined || flags['by-order'] === true,
    pictures,
    preparation: {
      preprocessing: architecture?.architecture.preprocessing ?? plan.preprocessing ?? 'auto',
      interpolation,
    },
    backend: chosen(flags, 'backend', backends, 'wasm') as BackendName,
    wasmFiles: wasmFiles(),
    openSaved: openInThread,
  });
  if ('error' in result) throw new CommandError(`${model}: ${engineTroubleText(result.error, 'en')}`);
  const { outputs, backend } = result.said;
  const shape = plan.steps.find(({ name }) => name === plan.outputs[0])!.shape as readonly number[];
  const answers = images.map((image, index): Answer => ({
    image: basename(image),
    model,
    shape,
    values: outputs[index]!,
  }));
  return { answers, backend };
}

const backendText = ({ name, threads }: BackendInfo) =>
  name === 'wasm' ? `Backend: wasm, ${threads} ${threads === 1 ? 'thread' : 'threads'}` : `Backend: ${name}`;

export const predictCommand: Command = {
  name: 'predict',
  usage:
    '--model <template or file> [--weights <file> [--by-order]] --image <photo> [--top 5] [--csv | --json] [--interpolation bilinear] [--invert | --no-invert] [--backend cpu] [--alpha 0.25 --input 160x160x3]',
  about:
    'says what a model sees in a photo; several --model (each with its --weights, or none) and --image give a table; --json gives all numbers, with --no-top the features; a model for drawings, of one channel, gets light and dark exchanged where the border is light: --invert always does, --no-invert never. Without --weights they come from the cache, or are downloaded',
  flags: {
    ...templateFlags(),
    ...byOrderFlag,
    model: { type: 'string', multiple: true },
    weights: { type: 'string', multiple: true },
    image: { type: 'string', multiple: true },
    top: { type: 'string' },
    csv: { type: 'boolean' },
    json: { type: 'boolean' },
    interpolation: { type: 'string' },
    invert: { type: 'boolean' },
    'no-invert': { type: 'boolean' },
    backend: { type: 'string' },
  },
  words: 0,
  async run(_, { top, ...flags }) {
    const models = texts(flags['model']);
    const weights = texts(flags['weights']);
    const images = texts(flags['image']);
    if (models.length === 0) throw new CommandError('predict needs --model <template or file>.');
    if (images.length === 0) throw new CommandError('predict needs --image <photo>.');
    if (weights.length > 0 && weights.length !== models.length) {
      throw new CommandError(
        `predict needs as many --weights as --model, or none: ${models.length} and ${weights.length}.`,
      );
    }
    if (flags['csv'] === true && flags['json'] === true) {
      throw new CommandError('--csv and --json exclude each other; give one of them.');
    }
    const most = topOf(top);
    const engine = await loadEngine(() => console.error('Preparing the engine …'));
    const answers: Answer[] = [];
    let backend: BackendInfo | null = null;
    for (const [index, model] of models.entries()) {
      const own = models.length === 1 ? flags : ownFlags(model, flags);
      const said = await answered(engine, model, weights[index], own);
      answers.push(...said.answers);
      backend = said.backend;
    }
    const names = imagenetClassesHere();
    const forOthers = flags['csv'] === true ? answersCsv : flags['json'] === true ? answersJson : null;
    const print = forOthers ?? (answers.length > 1 ? answersTable : answersText);
    process.stdout.write(print(answers, names, most));
    if (forOthers) console.error(backendText(backend!));
    else console.log(backendText(backend!));
  },
};

/** Of several models each takes the options that it has. */
function ownFlags(model: string, flags: Flags): Flags {
  const template = templates.find(({ id }) => id === model);
  const own = new Set(Object.keys(template?.options ?? {}).flatMap((name) => [flagOf(name), `no-${flagOf(name)}`]));
  const foreign = givenTemplateFlags(flags).filter((flag) => !own.has(flag));
  return Object.fromEntries(Object.entries(flags).filter(([flag]) => !foreign.includes(flag)));
}
