import type { Foreign } from './parseTrouble';

type Json = Readonly<Record<string, unknown>>;

/** What other programs' files have and ours do not; the first that fits is meant. */
const marks: readonly (readonly [Foreign, (file: Json) => boolean])[] = [
  ['clipping', (file) => file['format'] === 'deepbrick-clipping'],
  ['tfjs', (file) => 'modelTopology' in file || 'weightsManifest' in file],
  ['keras', (file) => 'class_name' in file || 'keras_version' in file || ('layers' in file && 'input_layers' in file)],
  ['ennui', (file) => 'graph' in file && 'hyperparameters' in file],
  ['lock', (file) => 'lockfileVersion' in file],
  ['typescript', (file) => 'compilerOptions' in file],
  ['transformers', (file) => 'model_type' in file || 'transformers_version' in file],
  ['annotations', (file) => 'annotations' in file && 'images' in file],
  ['geography', (file) => file['type'] === 'FeatureCollection'],
  ['package', (file) => 'dependencies' in file || 'devDependencies' in file || ('name' in file && 'scripts' in file)],
  ['notebook', (file) => 'cells' in file && 'nbformat' in file],
];

/** The program that wrote a JSON file which is not ours; null when it cannot be told. */
export function programOf(file: Json): Foreign | null {
  return marks.find(([, fits]) => fits(file))?.[0] ?? null;
}
