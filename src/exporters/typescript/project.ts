import { layerNames } from '../../compile/layerNames';
import type { Plan } from '../../compile/plan';
import { fixedBatch } from '../../compile/stateful';
import { fileText, safeFileName } from '../../formats/file';
import type { WeightTensors } from '../../formats/weights/weightTensors';
import { carriedDataset } from './carriedDatasets';
import type { ExportedFiles, ExportedModel, ProjectSources, StoredSample } from '../exporter';
import { packageFiles } from './packageFile';
import { takesPhotos } from './photoProject';
import { projectTree, withImports } from './projectTree';
import { readmeFile } from './readmeFile';
import { settingsFile } from './settingsFile';
import { toTypeScript } from './typescript';
import { weightsFiles } from './weightsFiles';

export interface ProjectInput extends ExportedModel {
  readonly weights: WeightTensors | null;
  readonly sample: StoredSample | null;
  readonly sources: ProjectSources;
}

/**
 * The model as a TensorFlow.js project for Node that trains, predicts and tests itself. A sample without weights is
 * left out. Throws `WeightsMismatch`.
 */
export function exportProject({ document, plan, weights, sample, sources }: ProjectInput): ExportedFiles {
  const trained = weights && weightsFiles(plan, weights);
  const kept = trained ? sample : null;
  const stored = { weights: trained !== null, sample: kept !== null };
  const { dataset } = document.training;
  const tree = projectTree(sources.files);
  const written = {
    'src/model.ts': toTypeScript(plan),
    'src/settings.ts': settingsFile(plan, document.training),
    // Only photos need the package that reads them.
    ...(!takesPhotos(plan, document.training) && { 'src/pictures.ts': tree['src/greyPictures.ts']! }),
  };
  const scripts = ['src/train.ts', 'src/predict.ts', 'test/model.test.ts'];
  return {
    ...packageFiles(plan, document.training),
    'tsconfig.json': tree['tsconfig.json']!,
    'README.md': readmeFile(plan, document.training, stored),
    '.gitignore': 'node_modules/\n',
    [`${safeFileName(document.title)}.deepbrick.json`]: fileText(document),
    ...withImports({ ...tree, ...written }, scripts),
    ...(carriedDataset(dataset)?.file === 'digits' && under('data', sources.digits)),
    ...(trained && { 'weights/weights.json': trained.manifest, 'weights/weights.bin': trained.binary }),
    'test/model.json': expectedText(plan),
    ...(kept && { 'test/sample.json': sampleText(kept) }),
  };
}

const under = (folder: string, files: Readonly<Record<string, Uint8Array>>) =>
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
