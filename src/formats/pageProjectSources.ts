import { standIns } from './exported/standIns';
import type { ProjectSources } from './project';

/** Texts of the kernel files; each is a small chunk that is only fetched when a project is exported. */
const kernels = import.meta.glob<string>(['../engine/kernels/*.ts', '!../engine/kernels/*.test.ts'], {
  query: '?raw',
  import: 'default',
});

const layers = import.meta.glob<string>(
  ['../engine/layers/*.ts', '!../engine/layers/*.test.ts', '!../engine/layers/{randomNumbers,chainedOps}.ts'],
  { query: '?raw', import: 'default' },
);
const randomNumbers = import.meta.glob<string>('../data/random.ts', { query: '?raw', import: 'default' });

const texts = (files: Readonly<Record<string, () => Promise<string>>>) =>
  Promise.all(
    Object.entries(files).map(async ([path, load]) => [path.slice(path.lastIndexOf('/') + 1), await load()] as const),
  );

async function fetched(name: string, base: string): Promise<Uint8Array> {
  const response = await fetch(`${base}${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** What an exported project takes along, from the page's own files. Rejects when one of them is missing. */
export async function pageProjectSources(base = import.meta.env.BASE_URL): Promise<ProjectSources> {
  const [[, random]] = (await texts(randomNumbers)) as [readonly [string, string]];
  const dataset = ['digits.png', 'digits-labels.bin'].map(async (name) => [name, await fetched(name, base)] as const);
  return {
    kernels: Object.fromEntries(await texts(kernels)),
    layers: { ...Object.fromEntries(await texts(layers)), ...standIns(random) },
    dataset: Object.fromEntries(await Promise.all(dataset)),
  };
}
