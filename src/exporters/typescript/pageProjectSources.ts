import type { ProjectSources } from '../exporter';
import { publicFiles } from '../../formats/publicFiles';

/** One part of the page, fetched when a project is exported. */
const files = import.meta.glob<string>(
  [
    '/src/data/**/*.ts',
    '/src/brick/namedArgument.ts',
    '/src/document/training/*.ts',
    '/src/training/**/*.ts',
    '/src/engine/{adaptation,backend,input,kernels,layers,model,protocol,soundness,training,watch}/**/*.ts',
    '/src/runtime/**/*.{ts,css}',
    '/src/pretrained/{preprocessing,yieldToEventLoop}.ts',
    '/src/exporters/typescript/project/**/*.{ts,html}',
    '/src/exporters/typescript/project/tsconfig.json',
    '!/src/{data,document,engine,runtime,training}/**/*.test.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
);

async function fetched(name: string, base: string): Promise<Uint8Array> {
  const response = await fetch(`${base}${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** What an exported project takes along, from the page's own files. Rejects when one of them is missing. */
export async function pageProjectSources(base = publicFiles()): Promise<ProjectSources> {
  const digits = ['digits.png', 'digits-labels.bin'].map(async (name) => [name, await fetched(name, base)] as const);
  return { files, digits: Object.fromEntries(await Promise.all(digits)) };
}
