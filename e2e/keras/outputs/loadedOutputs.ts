import { mkdtempSync, openAsBlob, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { z } from 'zod';
import { loadEngine, wasmFiles } from '../../../src/cli/loadEngine';
import { compile } from '../../../src/compile/compile';
import type { Plan } from '../../../src/compile/plan';
import { buildTemplate } from '../../../src/document/template';
import { readSavedModel } from '../../../src/formats/saved/readSavedModel';
import { openWeightFile } from '../../../src/formats/weights/openWeightFile';
import { matchWeights } from '../../../src/pretrained/matching/match';
import { library } from '../../../templates/index';
import { withBuiltPage } from '../../builtPage';
import type { loadedOutput } from '../page/loadedModel';
import type { Compared } from '../compared';
import { PythonLines } from '../saved/pythonLines';
import type { Architecture } from './architecture';

const answer = z.object({ weights: z.string(), input: z.string(), output: z.string(), parameters: z.number() });

type Floats = Float32Array<ArrayBuffer>;
type Backend = 'wasm' | 'webgpu';
type WithOracle = { readonly oracle: { readonly loadedOutput: typeof loadedOutput } };

export const oraclePage = join(import.meta.dirname, '../page');
/** Largest difference that is allowed, of the largest number that Keras says. */
const tolerance = 1e-4;

const floats = (path: string): Floats => new Float32Array(Uint8Array.from(readFileSync(path)).buffer);

/** The file as it fits: every tensor of ours is in it, and nothing is left over. */
async function misfit(plan: Plan, path: string): Promise<readonly string[]> {
  const file = await openWeightFile([{ name: 'weights.h5', blob: await openAsBlob(path) }]);
  try {
    const { missing, extra, wrongShape } = matchWeights(plan, file).report;
    return missing.length + extra.length + wrongShape.length === 0
      ? []
      : [`missing ${missing.join()}, left over ${extra.join()}, of another shape ${wrongShape.length}`];
  } finally {
    file.close();
  }
}

async function inNode(plan: Plan, path: string, { size }: Architecture, picture: Floats): Promise<Floats> {
  const engine = await loadEngine(() => undefined);
  const result = await engine.answers({
    plan,
    files: [{ name: 'weights.h5', blob: await openAsBlob(path) }],
    byOrder: true,
    pictures: [{ width: size, height: size, channels: 3, values: picture }],
    preparation: { preprocessing: 'none', interpolation: 'nearest' },
    backend: 'wasm',
    wasmFiles: wasmFiles(),
    openSaved: (files) => readSavedModel(files),
  });
  if ('error' in result) throw new Error(JSON.stringify(result.error));
  return result.said.outputs[0] as Floats;
}

async function inBrowser(page: Page, path: string, architecture: Architecture, picture: Floats): Promise<Floats> {
  await page.setInputFiles('input', path);
  const said = await page.evaluate(
    ([one, values]) => (globalThis as never as WithOracle).oracle.loadedOutput('webgpu', one, values),
    [architecture, [...picture]] as const,
  );
  return Float32Array.from(said);
}

/** max |ours − Keras's| / max |Keras's|; not a number where one of ours is none. */
function difference(ours: Floats, theirs: Floats): number {
  if (ours.length !== theirs.length) return Number.NaN;
  const largest = (values: Floats) =>
    values.reduce((most, value) => (Math.abs(value) <= most ? most : Math.abs(value)), 0);
  return largest(ours.map((value, index) => value - theirs[index]!)) / largest(theirs);
}

/**
 * Keras writes weight files of its architectures; with these files the engine must say what Keras says, on wasm in Node
 * and on WebGPU in Chromium. A line is printed for each.
 */
export async function checkLoadedOutputs(
  architectures: readonly Architecture[],
  backends: readonly Backend[] = ['wasm', 'webgpu'],
): Promise<Compared> {
  const folder = mkdtempSync(join(tmpdir(), 'deepbrick-outputs-'));
  const python = new PythonLines('make_outputs.py');
  const problems: string[] = [];
  let compared = 0;
  try {
    await withBuiltPage(oraclePage, 'oracle', async (open) => {
      const page = await open();
      for (const architecture of architectures) {
        const { keras, template, top, size, options } = architecture;
        const name = `${keras} ${top ? 'with' : 'without'} top`;
        const made = answer.parse(await python.ask({ name: keras, top, size, folder }));
        const plan = compile(buildTemplate(library.architectures[template]!, { ...options }), library);
        problems.push(...(await misfit(plan, made.weights)).map((problem) => `${name}: ${problem}`));
        const [picture, theirs] = [floats(made.input), floats(made.output)];
        for (const backend of backends) {
          const begun = performance.now();
          const ours = await (backend === 'wasm'
            ? inNode(plan, made.weights, architecture, picture)
            : inBrowser(page, made.weights, architecture, picture));
          const gap = difference(ours, theirs);
          const seconds = ((performance.now() - begun) / 1000).toFixed(1);
          const size3 = `${size}×${size}, ${(made.parameters / 1e6).toFixed(1)} M parameters`;
          console.log(`${name}, ${size3}, ${backend}: ${ours.length} numbers, ${gap.toExponential(1)}, ${seconds} s`);
          compared += 1;
          if (!(gap <= tolerance)) problems.push(`${name}, ${backend}: the outputs differ by ${gap}`);
        }
      }
    });
  } finally {
    python.end();
    rmSync(folder, { recursive: true, force: true });
  }
  return { compared, problems };
}
