/**
 * `npx tsx e2e/onnx/readers.ts --netron PYTHON --onnxruntime-web FOLDER`: what Netron (a Python with `pip install netron`, the newest: it refuses to open when it is older)
 * and onnxruntime-web (a folder with `npm i onnxruntime-web`) make of every template's ONNX file. Writes `readers.md`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { type Browser, type Page, chromium } from 'playwright';
import { layerNames } from '../../src/compile/layerNames';
import { browserPath } from '../browser';
import { withBundle } from '../nodeBundle';
import type * as Cases from './cases';
import type { Numbers, OnnxCase } from './cases';

const { values: flags } = parseArgs({
  options: {
    netron: { type: 'string' },
    'onnxruntime-web': { type: 'string' },
    graphs: { type: 'string', default: '40' },
  },
});
const [python, web] = [flags.netron, flags['onnxruntime-web']];
if (python === undefined || web === undefined) throw new Error('Both --netron and --onnxruntime-web are needed.');

const tolerance = 1e-5;
const port = 8_791;

/** The part of onnxruntime-web that is used here. */
interface Runtime {
  readonly InferenceSession: {
    create(bytes: Uint8Array): Promise<{
      readonly outputNames: readonly string[];
      run(
        feeds: Readonly<Record<string, unknown>>,
      ): Promise<Readonly<Record<string, { readonly data: ArrayLike<number> }>>>;
      release(): Promise<void>;
    }>;
  };
  readonly Tensor: new (type: string, data: unknown, dims: readonly number[]) => unknown;
  readonly env: { readonly wasm: { numThreads: number }; logLevel: string };
}

/** The largest difference of all outputs, relative or absolute, whichever is smaller. */
function gapOf(expected: readonly Numbers[], got: readonly ArrayLike<number>[]): number {
  const gaps = expected.flatMap(({ values }, at) =>
    Array.from(values, (value, place) => {
      const other = got[at]![place]!;
      return Math.abs(value - other) / Math.max(1, Math.abs(value));
    }),
  );
  return gaps.reduce((most, gap) => (gap <= most ? most : gap), 0);
}

async function byRuntime(
  runtime: Runtime,
  bytes: Uint8Array,
  one: OnnxCase,
  module: typeof Cases,
): Promise<number | string> {
  const numbers = await module.computed(one);
  if ('error' in numbers) return `does not compute here: ${numbers.error}`;
  const session = await runtime.InferenceSession.create(bytes);
  const names = layerNames(one.plan.steps);
  const feeds = numbers.inputs.map(({ shape, values }, at) => {
    const name = one.plan.inputs[at]!;
    const whole = one.plan.steps.find((step) => step.name === name)!.call.args['dtype'] === 'int32';
    const data = whole ? Int32Array.from(values) : values;
    return [names.get(name)!, new runtime.Tensor(whole ? 'int32' : 'float32', data, shape)] as const;
  });
  const answers = await session.run(Object.fromEntries(feeds));
  const got = one.plan.outputs.map((name) => answers[names.get(name)!]!.data);
  await session.release();
  return gapOf(numbers.outputs, got);
}

/** What stands in the boxes that Netron draws. */
async function drawnBy(page: Page): Promise<string[]> {
  await page.goto(`http://localhost:${port}/`);
  // A context that is new is asked.
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.locator('.node').first().waitFor({ timeout: 60_000 });
  const texts = await page.locator('.node').allTextContents();
  return texts.filter((text) => text !== '');
}

async function byNetron(browser: Browser, file: string): Promise<string[]> {
  const code = `import netron, sys; netron.start(sys.argv[1], address=("localhost", ${port}), browse=False); netron.wait()`;
  const server = spawn(python!, ['-c', code, file]);
  try {
    for (let left = 50; ; left--) {
      const ready = await fetch(`http://localhost:${port}/`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (ready) break;
      if (left === 0) throw new Error('Netron does not start.');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const page = await browser.newPage();
    // Netron takes `eval` away, by which Playwright asks.
    await page.addInitScript(
      'const own = window.eval; Object.defineProperty(window, "eval", { get: () => own, set() {} })',
    );
    const drawn = await drawnBy(page);
    await page.close();
    return drawn;
  } finally {
    server.kill('SIGKILL');
  }
}

const runtime = (await import(
  pathToFileURL(createRequire(join(web, 'package.json')).resolve('onnxruntime-web')).href
)) as Runtime;
runtime.env.wasm.numThreads = 1;
runtime.env.logLevel = 'error';

await withBundle(join(import.meta.dirname, 'cases.ts'), async (module: typeof Cases) => {
  await module.onCpu();
  const cases = module
    .onnxCases(false, Number(flags.graphs))
    .filter(({ group }) => ['templates', 'architectures', 'random graphs'].includes(group));
  const folder = mkdtempSync(join(tmpdir(), 'deepbrick-onnx-'));
  const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] });
  const rows: string[] = [];
  let wrong = 0;
  for (const one of cases) {
    const file = module.written(one);
    if ('refused' in file) {
      rows.push(`| ${one.name} | refused: ${file.refused} |  |  |`);
      continue;
    }
    const path = join(folder, 'model.onnx');
    writeFileSync(path, file.bytes);
    const wanted = module.operatorsOf(one);
    const drawn = await byNetron(browser, path);
    const missing = wanted.filter((operator) => !drawn.some((text) => text.startsWith(operator)));
    const gap = await byRuntime(runtime, file.bytes, one, module).catch((error: unknown) => `fails: ${String(error)}`);
    const good = missing.length === 0 && (typeof gap === 'string' ? !gap.startsWith('fails') : gap <= tolerance);
    if (!good) wrong++;
    const said = typeof gap === 'number' ? gap.toExponential(1) : gap;
    rows.push(
      `| ${one.name} | ${wanted.length} | ${drawn.length}${missing.length > 0 ? `, without ${missing.join(', ')}` : ''} | ${said} |`,
    );
    if (!good) console.error(rows.at(-1));
  }
  await browser.close();
  rmSync(folder, { recursive: true });
  const text = `# What else reads our ONNX files

\`e2e/onnx/readers.ts\`: Netron draws every file (its boxes hold inputs, outputs and operators; every kind of operator of the file must be among them), and onnxruntime-web computes it on wasm: the largest difference from our engine's cpu backend, relative or absolute, whichever is smaller (allowed ${tolerance}). ${cases.length} models, ${wrong} wrong.

| model | kinds of operators | boxes in Netron | onnxruntime-web |
| --- | ---: | ---: | --- |
${rows.join('\n')}
`;
  writeFileSync(join(import.meta.dirname, 'readers.md'), await format(text, { parser: 'markdown', printWidth: 120 }));
  console.log(`${cases.length} models, ${wrong} wrong.`);
  process.exitCode = wrong === 0 ? 0 : 1;
});
