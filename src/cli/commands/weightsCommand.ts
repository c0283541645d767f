import { createHash } from 'node:crypto';
import { architectureIn } from '../../document/library';
import { type FileLayer, type FileTensor, type NamedBlob, WeightFileError } from '../../formats/weights/weightFile';
import { weightFileText } from '../../i18n/troubles/weightFiles';
import { bytesOf } from '../../pretrained/storage/cache';
import { catalogueOf, entryOf } from '../../pretrained/catalogue';
import { complete, matchWeights } from '../../pretrained/matching/match';
import { cacheFolder } from '../../pretrained/storage/folderStore';
import { library } from '../../../templates/index';
import { columns } from '../columns';
import { byOrderFlag, byOrderLines, refuseByOrder } from '../byOrder';
import type { Command } from './command';
import { CommandError } from '../commandError';
import { suggestion } from '../nearest';
import { downloaded, entryFor, folderCache } from '../ownWeights';
import { openInThread } from '../reading/openInThread';
import { openRunnable } from '../source';
import { type Flags, optionsFrom, templateFlags } from '../templateOptions';
import { filesAt } from '../weightPath';

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

async function get(name: string | undefined, flags: Flags): Promise<void> {
  const template = architectureIn(library, name);
  const known = [...new Set(catalogueOf(library).map(({ architecture }) => architecture))];
  if (name === undefined) throw new CommandError(`weights get needs an architecture: ${known.join(', ')}.`);
  const entry = template ? entryFor(template, optionsFrom(template, flags)) : entryOf(library, name);
  if (entry === null) {
    throw new CommandError(`There are no weights called ${JSON.stringify(name)}.${suggestion(name, known)}`);
  }
  const files = await downloaded(entry);
  const bytes = files.reduce((sum, { blob }) => sum + blob.size, 0);
  console.log(`${entry.id}: ${megabytes(bytes)} in ${cacheFolder()}`);
}

async function list(all: boolean): Promise<void> {
  const cached = await folderCache().list();
  const rows = cached.map((weights) => [
    weights.id,
    megabytes(bytesOf(weights)),
    weights.files[0]?.sha256.slice(0, 16) ?? '',
    'cached',
  ]);
  const ids = new Set(cached.map(({ id }) => id));
  const others = catalogueOf(library).filter(({ id }) => !ids.has(id));
  const rest = others.map(({ id, bytes }) => [id, bytes === null ? '' : megabytes(bytes), '', '']);
  const shown = [...rows, ...(all ? rest : [])];
  if (shown.length > 0) process.stdout.write(columns(shown));
  else console.log(`There are no weights in ${cacheFolder()} yet; weights list --all says which there are.`);
}

const tensorsIn = ({ tensors, layers }: FileLayer): readonly FileTensor[] => [...tensors, ...layers.flatMap(tensorsIn)];

/** SHA-256 of a file, hexadecimal, as `sha256sum` says it; it is not read whole. */
async function sha256({ blob }: NamedBlob): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of blob.stream()) hash.update(part);
  return hash.digest('hex');
}

/** Opens the file, and with `--model` says whether it fits. */
async function check(path: string | undefined, flags: Flags): Promise<void> {
  if (path === undefined) throw new CommandError('weights check needs <file>.');
  const files = await filesAt(path);
  const { weights: file } = await openInThread(files).catch((error: unknown) => {
    throw error instanceof WeightFileError ? new CommandError(weightFileText(error.trouble, 'en')) : error;
  });
  try {
    const tensors = file.layers.flatMap(tensorsIn);
    const parameters = tensors.reduce((sum, { shape }) => sum + shape.reduce((product, axis) => product * axis, 1), 0);
    console.log(
      `${path}: ${file.format}, ${file.layers.length} layers, ${tensors.length} tensors, ${parameters} parameters`,
    );
    for (const each of files) console.log(`SHA-256 ${await sha256(each)} ${each.name}`);
    const { model, 'by-order': byOrder, ...options } = flags;
    if (typeof model !== 'string') return;
    const match = matchWeights((await openRunnable(model, options)).plan, file);
    const { loaded, missing, extra, wrongShape } = match.report;
    for (const name of missing) console.log(`missing ${name}`);
    for (const { name, expected, got } of wrongShape) {
      console.log(`wrong shape ${name}: expected ${expected.join('×')}, got ${got.join('×')}`);
    }
    for (const name of extra) console.log(`extra ${name}`);
    if (!complete(match)) throw new CommandError(`${path} does not fit ${model}.`);
    refuseByOrder(path, match.report, byOrder === true);
    for (const line of byOrderLines(match.report)) console.log(line);
    console.log(`It fits ${model}: ${loaded.length} weights loaded, ${extra.length} left over.`);
  } finally {
    file.close();
  }
}

export const weightsCommand: Command = {
  name: 'weights',
  usage:
    'get|list|check [<architecture or file>] [--all] [--model vgg16] [--by-order] [--no-top --alpha 0.25 --input 160x160x3]',
  about:
    'downloads pretrained weights for offline use, lists what there is (--all: what can be had), checks a file (format, parameters, SHA-256), with --model against a model; --by-order accepts weights of which only the order says whose they are',
  flags: { ...templateFlags(), ...byOrderFlag, all: { type: 'boolean' }, model: { type: 'string' } },
  words: 1,
  moreWords: 1,
  async run([action = '', name], flags) {
    if (action === 'get') return get(name, flags);
    if (action === 'list') return list(flags['all'] === true);
    if (action === 'check') return check(name, flags);
    const actions = ['get', 'list', 'check'];
    throw new CommandError(
      `weights takes get, list or check, not ${JSON.stringify(action)}.${suggestion(action, actions)}`,
    );
  },
};
