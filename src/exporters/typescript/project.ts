import { type Zippable, strToU8, zip } from 'fflate';
import type { Plan } from '../../compile/plan';
import { layerFilesOf, toTypeScript } from './typescript';
import type { Document } from '../../document/document';
import { backendFile } from './exported/backendFile';
import { dataFilesOf, datasetFile, needsDigits } from './exported/datasetFile';
import { packageFiles, packageName } from './exported/packageFile';
import { takesPhotos } from './exported/photoProject';
import { augmentationFile, photosFile } from './exported/photosFile';
import { pictureFile } from './exported/pictureFile';
import { photoPicturesFile, plainPicturesFile } from './exported/picturesFile';
import { predictFile } from './exported/predictFile';
import { readmeFile } from './exported/readmeFile';
import { samplesFile } from './exported/samplesFile';
import { settingsFile } from './exported/settingsFile';
import { testFile } from './exported/testFile';
import { trainFile } from './exported/trainFile';
import { tsconfigFile } from './exported/tsconfigFile';
import { weightingFile } from './exported/weightingFile';
import { weightsFile } from './exported/weightsFile';
import { fileText, safeFileName } from '../../formats/file';
import { weightsFiles } from './weightsFiles';
import { type WeightTensors } from '../../formats/weights/weightTensors';

/** What the project takes along besides the model; read from disk or fetched, so the caller passes it in. */
export interface ProjectSources {
  /** Text of each file of `src/engine/kernels` by its name, e.g. `wasmGradients.ts`. */
  readonly kernels: Readonly<Record<string, string>>;
  /** Text of each file of `src/engine/layers`, with those that only the project has in their place (`standIns`). */
  readonly layers: Readonly<Record<string, string>>;
  /** Text of each file of `src/data` by its path there, e.g. `made/wave.ts`. */
  readonly data: Readonly<Record<string, string>>;
  /** Text of `src/engine/training/losses.ts`. */
  readonly losses: string;
  /** Text of `src/engine/input/augment.ts`. */
  readonly augment: string;
  /** The digits: `digits.png` and `digits-labels.bin`. */
  readonly dataset: Readonly<Record<string, Uint8Array>>;
}

/** One input as the model takes it (after preprocessing) and what the editor computed for it. */
export interface StoredSample {
  readonly shape: readonly number[];
  readonly input: Float32Array;
  readonly output: Float32Array;
}

export interface ProjectInput {
  readonly document: Document;
  readonly plan: Plan;
  readonly weights: WeightTensors | null;
  readonly sample: StoredSample | null;
  readonly sources: ProjectSources;
}

/** Path in the project → its text or bytes. */
export type ProjectFiles = Readonly<Record<string, string | Uint8Array>>;

/**
 * The model as a TensorFlow.js project for Node that trains, predicts and tests itself. A sample without weights is
 * left out. Throws `WeightsMismatch`.
 */
export function exportProject({ document, plan, weights, sample, sources }: ProjectInput): ProjectFiles {
  const trained = weights && weightsFiles(plan, weights);
  const kept = trained ? sample : null;
  const stored = { weights: trained !== null, sample: kept !== null };
  const { dataset } = document.training;
  const photos = takesPhotos(plan, document.training);
  return {
    ...packageFiles(plan, document.training),
    'tsconfig.json': tsconfigFile,
    'README.md': readmeFile(plan, document.training, stored),
    '.gitignore': 'node_modules/\n',
    [`${safeFileName(document.title)}.deepbrick.json`]: fileText(document),
    'src/model.ts': toTypeScript(plan),
    'src/settings.ts': settingsFile(plan, document.training),
    'src/backend.ts': backendFile,
    'src/dataset.ts': datasetFile(dataset, photos),
    'src/pictures.ts': photos ? photoPicturesFile : plainPicturesFile,
    ...(photos && photoFiles(sources)),
    'src/picture.ts': pictureFile,
    'src/samples.ts': samplesFile,
    'src/weighting.ts': weightingFile,
    'src/losses.ts': sources.losses,
    'src/train.ts': trainFile,
    'src/predict.ts': predictFile,
    'src/weights.ts': weightsFile,
    ...under('src/kernels', sources.kernels),
    ...under(
      'src/layers',
      withImports(
        sources.layers,
        [...layerFilesOf(plan), ...(photos ? ['augmentation/affineTransform'] : [])].map((file) => `${file}.ts`),
      ),
    ),
    ...under('src/data', withImports(sources.data, dataFilesOf(dataset, photos))),
    ...(needsDigits(dataset) && under('data', sources.dataset)),
    ...(trained && { 'weights/weights.json': trained.manifest, 'weights/weights.bin': trained.binary }),
    'test/model.test.ts': testFile(plan, stored),
    ...(kept && { 'test/sample.json': sampleText(kept) }),
  };
}

/** Files that only a project for photos has. */
const photoFiles = ({ augment }: ProjectSources) => ({
  'src/photos.ts': photosFile,
  'src/augmentation.ts': augmentationFile,
  'src/augment.ts': augment
    .replace(`'../../document/augmentation'`, `'./augmentation'`)
    .replace(`'../../data/random'`, `'./data/random'`)
    .replace(`'../layers/`, `'./layers/`),
});

const under = <T extends string | Uint8Array>(folder: string, files: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));

/** The path that an import means, from the folder of the texts. */
function importedPath(from: string, source: string): string {
  const path = from.split('/').slice(0, -1);
  for (const part of source.split('/')) {
    if (part === '..') path.pop();
    else if (part !== '.') path.push(part);
  }
  return `${path.join('/')}.ts`;
}

/** The texts that are wanted, with those that they import. */
function withImports(texts: Readonly<Record<string, string>>, wanted: readonly string[]): Record<string, string> {
  const files: Record<string, string> = {};
  const open = [...wanted];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (Object.hasOwn(files, name)) continue;
    const text = (files[name] = texts[name]!);
    for (const [, imported] of text.matchAll(/^(?:import|.* from) '(\.[\w./]+)';/gm)) {
      open.push(importedPath(name, imported!));
    }
  }
  return files;
}

function sampleText({ shape, input, output }: StoredSample): string {
  return `${JSON.stringify({ input: { shape, values: [...input] }, output: [...output] })}\n`;
}

/** The project as a zip, everything in one folder. */
export async function zipProject(files: ProjectFiles, title: string): Promise<Uint8Array<ArrayBuffer>> {
  const folder = packageName(title);
  const entries: Zippable = {};
  for (const [path, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    // Pictures and trained weights do not get smaller; trying would only take time.
    entries[`${folder}/${path}`] = [bytes, { level: /\.(png|bin)$/.test(path) ? 0 : 6 }];
  }
  return new Promise((resolve, reject) => {
    zip(entries, (error, bytes) => (error ? reject(error) : resolve(new Uint8Array(bytes))));
  });
}
