import type { ProjectSources } from './project';

/** Texts of the kernel files; each is a small chunk that is only fetched when a project is exported. */
const kernels = import.meta.glob<string>(['../engine/kernels/*.ts', '!../engine/kernels/*.test.ts'], {
  query: '?raw',
  import: 'default',
});

async function fetched(name: string, base: string): Promise<Uint8Array> {
  const response = await fetch(`${base}${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** What an exported project takes along, from the page's own files. Rejects when one of them is missing. */
export async function pageProjectSources(base = import.meta.env.BASE_URL): Promise<ProjectSources> {
  const texts = Object.entries(kernels).map(
    async ([path, load]) => [path.slice(path.lastIndexOf('/') + 1), await load()] as const,
  );
  const dataset = ['digits.png', 'digits-labels.bin'].map(async (name) => [name, await fetched(name, base)] as const);
  return {
    kernels: Object.fromEntries(await Promise.all(texts)),
    dataset: Object.fromEntries(await Promise.all(dataset)),
  };
}
