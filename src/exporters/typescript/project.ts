import { layerNames } from '../../compile/layerNames';
import type { Plan } from '../../compile/plan';
import { fixedBatch } from '../../compile/stateful';
import type { Dataset } from '../../data/dataset';
import { type Learned, learnedFor, learnedFrom } from '../../data/learned';
import { fileText, safeFileName } from '../../formats/file';
import { savedArchitecture, savedFiles } from '../../formats/saved/savedFiles';
import type { WeightTensors } from '../../formats/weights/weightTensors';
import { carriedData } from './carriedDatasets';
import type { ExportedFiles, ExportedModel, ProjectSources, StoredSample } from '../exporter';
import { dataFile } from './dataFile';
import { demoWords } from './demoWords';
import { packageFiles } from './packageFile';
import { takesPhotos } from './photoProject';
import { layersFile } from './layersFile';
import { projectTree, withImports } from './projectTree';
import { readmeFile } from './readmeFile';
import { settingsFile } from './settingsFile';
import { ownLayerNames, toTypeScript } from './typescript';

export interface ProjectInput extends ExportedModel {
  readonly weights: WeightTensors | null;
  readonly sample: StoredSample | null;
  /** The data that the model has learned from, where they are here. */
  readonly data?: Dataset | null;
  /** ImageNet's names where the model answers with those classes. */
  readonly classes?: readonly string[] | null;
  readonly sources: ProjectSources;
}

/**
 * The model as a TensorFlow.js project for Node that trains, predicts and tests itself. A sample without weights is
 * left out. Rejects with `WeightsMismatch`.
 */
export async function exportProject({
  document,
  plan,
  weights,
  sample,
  data = null,
  classes = null,
  sources,
  language = 'en',
  tests = true,
  withoutData = false,
}: ProjectInput): Promise<ExportedFiles> {
  const trained = weights && under('weights', await savedFiles({ plan, weights, document }));
  const kept = trained && tests ? sample : null;
  const learned = trained && learnedOf(plan, data, classes);
  const carried = carriedData(plan, document.training, withoutData);
  const stored = { weights: trained !== null, sample: kept !== null, tests, data: carried };
  const tree = projectTree(sources.files);
  const written = {
    'src/model.ts': toTypeScript(plan),
    'src/settings.ts': settingsFile(plan, document.training),
    'src/data.ts': dataFile(carried),
    [`${browser}words.ts`]: demoWords(tree[`${browser}${language === 'ko' ? 'words.ko.ts' : 'words.ts'}`]!, plan),
    ...(!takesPhotos(plan, document.training) && withoutPhotos(tree)),
    'runtime/src/layers.ts': layersFile(ownLayerNames(plan)),
  };
  const scripts = ['src/train.ts', 'src/predict.ts', ...(tests ? ['test/model.test.ts'] : []), `${browser}showDemo.ts`];
  return {
    ...packageFiles(plan, document.training, tests),
    'tsconfig.json': tree['tsconfig.json']!,
    'README.md': readmeFile(plan, document.training, stored, language),
    '.gitignore': 'node_modules/\ndist/\n',
    'index.html': tree['index.html']!,
    [`${browser}demo.css`]: tree[`${browser}demo.css`]!,
    [`${safeFileName(document.title)}.deepbrick.json`]: fileText(document),
    ...withImports({ ...tree, ...written }, scripts),
    ...(carried.dataset?.file === 'reading/digits' && under('data', sources.digits)),
    'weights/architecture.json': savedArchitecture(plan, document),
    ...trained,
    ...(learned && { 'weights/data.json': JSON.stringify(learned) }),
    ...(tests && { 'test/model.json': expectedText(plan) }),
    ...(kept && { 'test/sample.json': sampleText(kept) }),
  };
}

/** What is known of the data; ImageNet's names say what the answers mean, whatever the samples are. */
function learnedOf({ inputs, shapes }: Plan, data: Dataset | null, classes: readonly string[] | null): Learned | null {
  if (classes === null) return data && learnedFrom(data);
  const known = data ? learnedFrom(data) : learnedFor({ shape: [null, ...shapes[inputs[0]!]!] }, null);
  return { ...known, answers: { kind: 'classes', classes } };
}

/** What is only in the page of the project. */
const browser = 'runtime/src/browser/';

/** Only photos need the package that reads them. */
function withoutPhotos(tree: ExportedFiles): ExportedFiles {
  const reading = 'runtime/src/reading/';
  return {
    [`${reading}pictures.ts`]: tree[`${reading}greyPictures.ts`]!,
    [`${reading}pictureSample.ts`]: tree[`${reading}greyPictureSample.ts`]!,
  };
}

const under = (folder: string, files: ExportedFiles): ExportedFiles =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));

/** Name, shape and parameters of every layer as the editor shows them, which the project's test compares. */
function expectedText(plan: Plan): string {
  const names = layerNames(plan.steps);
  const batch = fixedBatch(plan);
  const rows = plan.steps.map(({ name, shape, parameters }) =>
    JSON.stringify([names.get(name), [batch, ...shape], parameters]),
  );
  return `{\n  "parameters": ${plan.totals.parameters},\n  "layers": [\n    ${rows.join(',\n    ')}\n  ]\n}\n`;
}

function sampleText({ shape, input, output }: StoredSample): string {
  return `${JSON.stringify({ input: { shape, values: [...input] }, output: [...output] })}\n`;
}
