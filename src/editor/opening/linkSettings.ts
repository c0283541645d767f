import { builtInFacts, catalogue } from '../../data/catalogue';
import type { Document } from '../../document/document';
import { type Result, done, refused } from '../../document/result';
import { type Training, trainingSchema } from '../../document/training';
import { withLearningRate } from '../../document/training/withLearningRate';
import { optimizerSettings } from '../../document/training/trainingChoices';
import { type Lock, lockNames } from '../locks';
import { linkParts } from './linkParts';
import { valueOf } from './valueOf';

/** What is wrong with a part of the address that sets how a model is trained, or what is locked. */
export type LinkTrouble =
  | { readonly code: 'linkSetting'; readonly data: { readonly setting: string; readonly value: string } }
  | {
      readonly code: 'linkData' | 'linkLock';
      readonly data: { readonly value: string; readonly known: readonly string[] };
    };

/** Settings that an address names by one word or number, as the document names them. */
const settings = [
  'epochs',
  'batchSize',
  'loss',
  'classWeight',
  'validationSplit',
  'shuffle',
  'seed',
  'preprocessing',
  'interpolation',
  'featureCache',
] as const satisfies readonly (keyof Training)[];

/** The locks of `?lock=model,settings`; `all` is every one. What is misspelt is told, and the others lock. */
export function linkLocks(query: URLSearchParams): {
  readonly locks: readonly Lock[];
  readonly troubles: readonly LinkTrouble[];
} {
  const asked = (query.get('lock') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const known = [...lockNames, 'all'];
  return {
    locks: lockNames.filter((lock) => asked.includes(lock) || asked.includes('all')),
    troubles: [...new Set(asked)]
      .filter((name) => !known.includes(name))
      .map((value) => ({ code: 'linkLock', data: { value, known } })),
  };
}

/**
 * The document with the training settings of the address: `data` (a dataset's id), `optimizer`, `learningRate`, and
 * those of `settings` and `linkParts`; or all that is wrong with them. `taken` are names that mean something else there, such as the
 * template's options.
 */
export function linkSettings(
  query: URLSearchParams,
  document: Document,
  taken: readonly string[] = [],
): Result<Document, readonly LinkTrouble[]> {
  const troubles: LinkTrouble[] = [];
  const wrong = (setting: string) =>
    troubles.push({ code: 'linkSetting', data: { setting, value: query.get(setting) ?? '' } });
  let training: Training = document.training;
  const data = query.get('data');
  if (data !== null && builtInFacts(data) === null)
    troubles.push({ code: 'linkData', data: { value: data, known: catalogue.map(({ id }) => id) } });
  else if (data !== null) training = { ...training, dataset: data };
  const optimizer = query.get('optimizer');
  if (optimizer !== null) {
    const own = Object.entries(optimizerSettings).find(([name]) => name === optimizer)?.[1];
    if (own === undefined) wrong('optimizer');
    else
      training = { ...training, optimizer: { name: optimizer as Training['optimizer']['name'], settings: { ...own } } };
  }
  const rate = query.get('learningRate');
  if (rate !== null) {
    const learningRate = Number(rate);
    if (!(learningRate > 0 && Number.isFinite(learningRate))) wrong('learningRate');
    else training = withLearningRate(training, learningRate);
  }
  for (const setting of settings) {
    const text = query.get(setting);
    if (text === null || taken.includes(setting)) continue;
    const parsed = trainingSchema.safeParse({
      ...training,
      ...(setting === 'loss' && { lossSettings: {} }),
      [setting]: valueOf(text),
    });
    if (parsed.success) training = parsed.data;
    else wrong(setting);
  }
  training = linkParts(query, training, wrong);
  if (troubles.length > 0) return refused(troubles);
  return done(training === document.training ? document : { ...document, training });
}
