import { runnable } from '../../compile/plan';
import type { Dataset } from '../../data/dataset';
import { plainName } from '../../formats/plainName';
import { cachingNotes } from '../cachingNotes';
import type { ExportedModel } from '../exporter';
import { type ProjectFacts, projectFacts } from '../keras/project/facts';
import { frozenAtRandom, startsFromFile, startsOf } from '../../compile/nested/starts';
import { markdownText } from '../keras/project/readmeFile';
import { codeCells, shapesText } from './cells';
import { type Cell, notebookJson } from './format';
import { planPicture } from './picture';
import { type NotebookWords, notebookWords } from './words';

/** What lies beside the notebook. */
export interface Beside {
  readonly data: Dataset | null;
  /** The editor's weights, and a sample that they answered. */
  readonly sample: boolean;
  readonly weights?: boolean;
  /** ImageNet's names, with which the model answers. */
  readonly imagenet?: boolean;
}

/** Which arrays `data.npz` must have. */
function arraysText({ inputs, outputs: [first], sampleShape, kind }: ProjectFacts): string {
  const shape = sampleShape ?? inputs[0]?.shape ?? [];
  const range = kind === 'images' || kind === 'video' ? ', 0 … 255' : '';
  const target = first?.targets === 'numbers' ? `\`y\` (n, ${first.units})` : '`y` (n,), 0 … n − 1';
  return `\`x\` (${['n', ...shape.map((axis) => axis ?? '?')].join(', ')})${range}; ${target}`;
}

function dataText(facts: ProjectFacts, words: NotebookWords): string {
  const { source, dataset } = facts;
  const where =
    source === 'stored'
      ? words.stored(dataset!.count.toLocaleString('en'))
      : source === 'photos'
        ? words.photos
        : words.own(markdownText(facts.training.dataset), arraysText(facts));
  return [words.data, where, words.elsewhere].join('\n\n');
}

function weightsText({ plan, training }: ProjectFacts, stored: boolean, { weights: words }: NotebookWords): string {
  if (stored) return words.stored;
  if (startsFromFile(plan) || frozenAtRandom(plan).length > 0) return words.missing;
  const models = startsOf(plan).flatMap(({ application }) => application?.model ?? []);
  return models.length > 0 ? words.published(models.join(', ')) : words.random(training.seed);
}

/** `notebook.ipynb`: the project's parts in cells, with words and a picture of the model. Never throws. */
export function notebookText(
  model: ExportedModel,
  { data, sample, weights = false, imagenet = false }: Beside,
): string {
  const facts = projectFacts(model, data);
  const { plan } = facts;
  const { language = 'en' } = model;
  const words = notebookWords[language];
  const folder =
    plainName(plan.title)
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'model';
  const cells = codeCells(facts, folder, { sample, imagenet });
  const markdown = (id: string, ...paragraphs: readonly string[]): Cell => ({
    kind: 'markdown',
    id,
    text: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'),
  });
  const section = (id: string, made: readonly Cell[], ...paragraphs: readonly string[]): Cell[] =>
    made.length === 0 ? [] : [markdown(id, ...paragraphs), ...made];
  const parameters = plan.totals.parameters.toLocaleString('en');
  return notebookJson([
    {
      kind: 'markdown',
      id: 'title',
      text: [
        `# ${markdownText(plan.title) || words.untitled}`,
        words.madeWith(facts.stateful, shapesText(facts, plan.inputs), shapesText(facts, plan.outputs), parameters),
        `![${words.picture}](attachment:model.svg)`,
      ].join('\n\n'),
      pictures: { 'model.svg': planPicture(plan, words.box) },
    },
    ...section('setup', cells.setup, words.setup),
    ...section('data', cells.data, dataText(facts, words)),
    ...section('model', cells.model, words.model, runnable(plan) ? '' : words.broken),
    ...section('sample', cells.sample, words.sample),
    ...section(
      'training',
      cells.training,
      words.training,
      words.differences,
      ...cachingNotes(facts, language),
      weightsText(facts, weights, words),
    ),
    ...section('curves', cells.curves, words.curves),
    ...section('fine-tuning', cells.fineTuning, words.fineTuning),
    ...section('answers', cells.answers, words.answers),
  ]);
}
