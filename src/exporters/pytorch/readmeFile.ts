import type { Language } from '../../brick/brick';
import { commentText } from '../../compile/commentText';
import { frozenAtRandom, startsOf } from '../../compile/nested/starts';
import { thawed } from '../../compile/nested/thawed';
import type { Plan } from '../../compile/plan';
import { summaryText } from '../../compile/numbers/summary';
import type { Training } from '../../document/training';
import { cachingNotes } from '../cachingNotes';
import { readmeWords } from './readmeWords';

/** Characters that Markdown would read as markup. */
const plain = (text: string) => commentText(text).replace(/[\\`*_[\]<>#|]/g, '\\$&');

/** What the project has besides its code. */
export interface Contents {
  readonly weights: boolean;
  readonly sample: boolean;
  /** What the model trains on lies in `data/data.npz`. */
  readonly data: boolean;
  readonly tests: boolean;
  readonly layers: boolean;
  readonly optimizers: boolean;
  /** Images are changed at random. */
  readonly augments: boolean;
}

/** `README.md` of an exported PyTorch project, in one of two languages. */
export function readmeFile(plan: Plan, training: Training, contents: Contents, language: Language): string {
  const { weights, sample, data, tests, layers, optimizers, augments } = contents;
  const words = readmeWords[language];
  const { files } = words;
  const tunes = thawed(plan).layers.length > 0;
  const needs = !weights && (frozenAtRandom(plan).length > 0 || startsOf(plan).length > 0);
  const summary = summaryText(plan).trimEnd();
  const fence = '`'.repeat(Math.max(3, ...(summary.match(/`+/g) ?? []).map((run) => run.length + 1)));
  const rows = [
    ['model.py', files.model],
    ...(layers ? [['layers.py', files.layers]] : []),
    ['settings.py', files.settings],
    ['train.py, training.py', files.train],
    ['losses.py', files.losses],
    ...(optimizers ? [['optimizers.py', files.optimizers]] : []),
    ['data.py', files.data],
    ['predict.py', files.predict],
    ...(tests ? [['test_model.py, model.json', files.tests]] : []),
    ...(data ? [['data/data.npz', files.samples]] : []),
    ...(weights ? [['weights.safetensors', files.weights]] : []),
  ];
  const steps = [
    words.install,
    ...(tests ? [words.check(sample)] : []),
    words.train({ weights, tunes, data, dataset: plain(training.dataset) }),
    words.predict(plan.shapes[plan.inputs[0]!]?.length === 3),
  ];
  return `# ${plain(plan.title) || words.untitled}

${words.lead}

${steps.map((step) => `- ${step}`).join('\n')}
${needs ? `\n${words.needs}\n` : ''}
${[words.axes, ...cachingNotes({ plan, training, augments }, language)].join('\n\n')}

| ${words.file} | ${words.about} |
|---|---|
${rows.map(([file, about]) => `| ${file} | ${about} |`).join('\n')}

${fence}text
${summary}
${fence}
`;
}
