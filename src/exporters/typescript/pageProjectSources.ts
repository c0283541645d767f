import { standIns } from './exported/standIns';
import type { ProjectSources } from './project';

/** Texts of the kernel files; each is a small chunk that is only fetched when a project is exported. */
const kernels = import.meta.glob<string>(['../../engine/kernels/*.ts', '!../../engine/kernels/*.test.ts'], {
  query: '?raw',
  import: 'default',
});

const layers = import.meta.glob<string>(
  [
    '../../engine/layers/**/*.ts',
    '!../../engine/layers/**/*.test.ts',
    '!../../engine/layers/{randomNumbers,chainedOps}.ts',
  ],
  { query: '?raw', import: 'default' },
);
const data = import.meta.glob<string>(
  [
    '../../data/{batches,classWeights,dataset,labels,picture,random,sampleShape,targets,textSamples}.ts',
    '../../data/digits/digits.ts',
    '../../data/tables/{importFile,importTrouble,readRows}.ts',
    '../../data/made/*.ts',
    '../../data/photos/{folders,photos,resize}.ts',
  ],
  { query: '?raw', import: 'default' },
);
const losses = import.meta.glob<string>('../../engine/training/losses.ts', { query: '?raw', import: 'default' });
const augment = import.meta.glob<string>('../../engine/input/augment.ts', { query: '?raw', import: 'default' });
const randomNumbers = import.meta.glob<string>('../../data/random.ts', { query: '?raw', import: 'default' });

/** Texts by their paths below a folder. */
const texts = (files: Readonly<Record<string, () => Promise<string>>>, folder: string) =>
  Promise.all(Object.entries(files).map(async ([path, load]) => [path.replace(folder, ''), await load()] as const));

async function fetched(name: string, base: string): Promise<Uint8Array> {
  const response = await fetch(`${base}${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** What an exported project takes along, from the page's own files. Rejects when one of them is missing. */
export async function pageProjectSources(base = import.meta.env.BASE_URL): Promise<ProjectSources> {
  const [[, random]] = (await texts(randomNumbers, '../../data/')) as [readonly [string, string]];
  const [[, lossText]] = (await texts(losses, '../../engine/training/')) as [readonly [string, string]];
  const [[, augmentText]] = (await texts(augment, '../../engine/input/')) as [readonly [string, string]];
  const dataset = ['digits.png', 'digits-labels.bin'].map(async (name) => [name, await fetched(name, base)] as const);
  return {
    kernels: Object.fromEntries(await texts(kernels, '../../engine/kernels/')),
    layers: { ...Object.fromEntries(await texts(layers, '../../engine/layers/')), ...standIns(random) },
    data: Object.fromEntries(await texts(data, '../../data/')),
    losses: lossText,
    augment: augmentText,
    dataset: Object.fromEntries(await Promise.all(dataset)),
  };
}
