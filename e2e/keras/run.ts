import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { z } from 'zod';
import { root } from '../step';
import { type Question, askKeras } from './askKeras';
import { type Results, withBrowser } from './browserNumbers';
import { type Case, type Share, tolerance } from './cases/case';
import { checkFiles } from './files';
import { type CaseModule, withCases } from './loadCases';
import { checkPictures } from './pictures/checkPictures';
import { report } from './report';

const tfjsVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'node_modules/@tensorflow/tfjs/package.json'), 'utf8'))).version;

/** Cases computed on cpu in one go. Between them our server answers the browser. */
const batchSize = 5;

const { values: flags, positionals } = parseArgs({
  options: { whole: { type: 'boolean', default: false }, every: { type: 'string', default: '1' } },
  allowPositionals: true,
});
/** CI asks about every so many-th setting only: those of a brick say much the same. */
const share: Share = { whole: flags.whole, every: Number(flags.every) };
if (!Number.isInteger(share.every) || share.every < 1)
  throw new Error(`--every takes a whole number from 1 on, got ${flags.every}.`);
/** Only cases whose group is one of these or whose name contains one (`files`, `pictures`: only those); then no report is written. */
const only = positionals;

/** Bricks by the Keras class they are printed as. */
function classesOf({ brickList }: CaseModule): Record<string, string[]> {
  const classes: Record<string, string[]> = {};
  for (const { type, layer } of brickList) {
    const name = layer.keras === 'Input' ? 'InputLayer' : layer.keras;
    (classes[name] ??= []).push(type);
  }
  return classes;
}

/** A case as the Python side reads it, with what our backends compute. */
function line(one: Case, { freshFor }: CaseModule, backends: Readonly<Record<string, Results>>, index: number): string {
  const { script, rows, inner, application, given, fit, calls, mask } = one;
  const ours = Object.fromEntries(
    Object.entries(backends).flatMap(([name, results]) => {
      const found = results.get(index);
      return found ? [[name, found]] : [];
    }),
  );
  const fresh = one.starts ? freshFor(one.plan) : {};
  return JSON.stringify({ script, rows, inner, application, given, fit, calls, mask, tolerance, fresh, ours });
}

/** Of a share, cpu computes what WebGPU computes and every so many-th of the others: most of its kernels are TensorFlow.js's own. */
const shareOnCpu = 3;

async function cpuNumbers(module: CaseModule, cases: readonly Case[]): Promise<Results> {
  const start = performance.now();
  const wanted = (one: Case, index: number) => share.every === 1 || one.webgpu || index % shareOnCpu === 0;
  const indices = cases.flatMap((one, index) => (one.given !== null && wanted(one, index) ? [index] : []));
  const computed: Awaited<ReturnType<CaseModule['computeOnCpu']>> = [];
  for (let at = 0; at < indices.length; at += batchSize) {
    computed.push(...(await module.computeOnCpu(indices.slice(at, at + batchSize).map((index) => cases[index]!))));
    // The browser, which computes meanwhile, is told to go on.
    await nextTurn();
  }
  console.log(`${indices.length} cases on cpu in ${Math.round((performance.now() - start) / 1000)} s`);
  return new Map(indices.map((index, place) => [index, computed[place]!]));
}

await withCases(async (module) => {
  const start = performance.now();
  const all = module.allCases(share);
  const wanted = all.filter(
    ({ group, name }) => only.length === 0 || only.some((one) => group === one || name.includes(one)),
  );
  const cases = all.map((one) => (wanted.includes(one) ? one : { ...one, given: null }));
  const asked = cases.flatMap((one, index) => (wanted.includes(all[index]!) ? [{ one, index }] : []));
  // A browser that cannot be had is a failure: without it nothing is known about WebGPU.
  const { greeting, answers, adapter } = await withBrowser(cases, share, async (computeOn) => {
    const [wasm, cpu] = await Promise.all([computeOn('wasm'), cpuNumbers(module, cases)]);
    // Small tensors leave half of the cores idle on WebGPU: Keras is asked meanwhile, about the other cases first.
    const computing = computeOn('webgpu');
    const onWebgpu = new Set(asked.flatMap(({ one }, place) => (one.given !== null && one.webgpu ? [place] : [])));
    const questions = asked.map(({ one, index }, place): Question => {
      const backends = { cpu, wasm: wasm.results };
      if (!onWebgpu.has(place)) return () => line(one, module, backends, index);
      return async () => line(one, module, { ...backends, webgpu: (await computing).results }, index);
    });
    const [webgpu, said] = await Promise.all([computing, askKeras(questions, onWebgpu)]);
    return { ...said, adapter: webgpu.adapter };
  });
  const files = only.length === 0 || only.includes('files') ? await checkFiles() : { compared: 0, problems: [] };
  const pictures =
    only.length === 0 || only.includes('pictures') ? await checkPictures() : { compared: 0, problems: [] };
  const seconds = (performance.now() - start) / 1000;
  const findings = {
    cases: wanted,
    answers,
    greeting,
    seconds,
    ours: { 'TensorFlow.js': tfjsVersion, Node: process.versions.node, 'WebGPU in Chromium on': adapter },
    covered: classesOf(module),
  };
  const wrong = [
    ...answers.flatMap(({ problems }, index) => problems.map((text) => `${wanted[index]!.name}\n  ${text}`)),
    ...files.problems,
    ...pictures.problems,
  ];
  const text = await format(report(findings), { parser: 'markdown', printWidth: 120 });
  if (only.length === 0 && share.every === 1) writeFileSync(join(import.meta.dirname, 'report.md'), text);
  for (const problem of wrong) console.error(problem);
  console.log(
    `${wanted.length + files.compared + pictures.compared} cases in ${Math.round(seconds)} s, ${wrong.length} mismatches`,
  );
  process.exitCode = wrong.length === 0 ? 0 : 1;
});
