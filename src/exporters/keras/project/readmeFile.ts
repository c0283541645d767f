import { backendsFor } from './kerasBackend';
import type { Language } from '../../../brick/brick';
import { commentText } from '../../../compile/commentText';
import { frozenAtRandom, startsOf } from '../../../compile/nested/starts';
import { summaryText } from '../../../compile/numbers/summary';
import { servers } from '../../../pretrained/catalogue';
import { cachingNotes } from '../../cachingNotes';
import { type ProjectFacts, namesPhotos } from './facts';
import { fineTuning } from './fineTuning';
import { type ReadmeWords, readmeWords } from './readmeWords';
import { wantedArrays } from './storedDataText';

/** Characters that Markdown would read as markup. */
export const markdownText = (text: string) => commentText(text).replace(/[\\`*_[\]<>#|]/g, '\\$&');

/** Which data the project has, or what is to be put where. */
export function dataWords(facts: ProjectFacts, words: ReadmeWords = readmeWords.en): string {
  const { source, training, dataset, misfit } = facts;
  const name = markdownText(dataset?.id ?? training.dataset);
  if (source === 'stored') {
    const { count, validation, test = 0 } = dataset!;
    const { validationSplit: share } = training;
    const held = share === null ? validation : Math.floor((count - test) * share);
    const weighted = dataset!.sampleWeights !== null;
    return words.stored(count.toLocaleString('en'), name, weighted, held.toLocaleString('en'), test > 0);
  }
  const lead =
    misfit !== null ? words.misfit(name) : namesPhotos(training) ? words.photosElsewhere : words.elsewhere(name);
  return lead + (source === 'photos' ? words.photos : words.own(wantedArrays(facts)));
}

/** Where the weights are, or come from. */
export function weightsWords(facts: ProjectFacts, stored: boolean, words: ReadmeWords = readmeWords.en): string {
  if (stored) return words.weightsStored;
  const frozen = frozenAtRandom(facts.plan);
  const lines = startsOf(facts.plan).map((from) => {
    if (from.source !== 'imagenet' || !from.application) return words.fromFile;
    const place = from.entry?.places.find(({ server }) => server === 'keras');
    const where = place ? ` (${servers.keras}${place.path}${from.entry!.md5 ? `, MD5 ${from.entry!.md5}` : ''})` : '';
    return words.published(from.application.model, where);
  });
  if (frozen.length > 0) lines.push(words.frozen(frozen.map((name) => `\`${name}\``).join(', ')));
  return lines.length > 0 ? lines.join(' ') : words.random(facts.training.seed);
}

/** Where training here and in the editor part, and why. */
function differences(facts: ProjectFacts, language: Language): readonly string[] {
  const { augments, plan } = facts;
  const words = readmeWords[language].differences;
  const random = plan.steps.some(({ call }) => call.traits.random);
  return [
    words.start,
    ...(random ? [words.random] : []),
    ...(augments ? [words.augments] : []),
    ...cachingNotes(facts, language),
  ];
}

/** How Keras is installed with the first of the backends, and which others there are, if any. */
function installLines(facts: ProjectFacts, words: ReadmeWords): string {
  const [first, ...others] = backendsFor(facts);
  const lines = [`pip install ".[${first}]"`, `export KERAS_BACKEND=${first}`] as const;
  if (others.length === 0) return lines.join('\n');
  const room = 28 + first!.length;
  const pip = lines[0].padEnd(room);
  const set = lines[1].padEnd(room);
  return `${pip}# ${words.orElse(others.map((name) => `.[${name}]`))}\n${set}# ${words.orElse(others)}`;
}

/** What lies beside the code. */
export interface Stored {
  readonly weights: boolean;
  readonly sample: boolean;
  readonly tests: boolean;
}

/** `README.md`. */
export function readmeFile(facts: ProjectFacts, stored: Stored, language: Language): string {
  const { plan, source } = facts;
  const words = readmeWords[language];
  const summary = summaryText(plan).trimEnd();
  const fence = '`'.repeat(Math.max(3, ...(summary.match(/`+/g) ?? []).map((run) => run.length + 1)));
  const test = `python test_model.py           # ${words.commands.test}\n`;
  const litertRow = `| to_litert.py | ${words.files.litert} |\n`;
  const testRow = `| test_model.py, expected.json | ${words.files.tests(stored.sample)} |\n`;
  return `# ${markdownText(plan.title) || words.untitled}

${words.lead(facts.stateful)}

\`\`\`sh
${installLines(facts, words)}
${stored.tests ? test : ''}python train.py                # ${words.commands.train}
python predict.py              # ${words.commands.predict}
\`\`\`

- **${words.data}** ${dataWords(facts, words)}
- **${words.weights}** ${weightsWords(facts, stored.weights, words)}
- ${words.training(fineTuning(plan).layers.length > 0)}
${facts.stateful ? '' : `- ${words.litert}\n`}
| ${words.files.file} | ${words.files.about} |
| --- | --- |
| model.py | ${words.files.model} |
| data.py | ${words.files.data(source === 'photos')} |
| train.py, predict.py | ${words.files.scripts} |
${stored.tests ? testRow : ''}${facts.stateful ? '' : litertRow}| pyproject.toml | ${words.files.packages} |

${words.otherwise}

${differences(facts, language)
  .map((line) => `- ${line}`)
  .join('\n')}

${fence}text
${summary}
${fence}
`;
}
