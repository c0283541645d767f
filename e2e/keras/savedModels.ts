import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { modelFile } from '../../src/exporters/keras/model/modelFile';
import { saveModel } from '../../src/formats/saved/saveModel';
import { type SavedFormat, savedEndings } from '../../src/formats/saved/savedFormat';
import { readSavedModel } from '../../src/formats/saved/readSavedModel';
import { type SavedLayer, savedLayers } from '../../src/formats/saved/planWeights';
import { fileText } from '../../src/formats/file';
import { matchWeights } from '../../src/pretrained/matching/match';
import type { Compared } from './compared';
import { withBundle } from '../nodeBundle';
import type * as Numbers from './saved/numbers';
import { type SavedCase, savedCases } from './saved/plans';
import { knownRefusal } from './saved/refusals';
import { PythonLines } from './saved/pythonLines';
import { wholeTensor } from '../../src/formats/weights/wholeTensor';

const answer = z.object({ problems: z.array(z.string()), gaps: z.record(z.string(), z.number()) });

const formats: readonly SavedFormat[] = ['keras', 'h5', 'weights', 'tfjs'];
/** Predictions may differ by this, relative above 1. */
const tolerance = 1e-5;

/** Bytes of all weights, and where those of each layer lie. */
function reference(layers: readonly SavedLayer[]) {
  const parts: Float32Array[] = [];
  const places: Record<string, [number, readonly number[]][]> = {};
  let offset = 0;
  const add = (list: readonly SavedLayer[], above: string): void => {
    for (const { name, weights, layers: inner } of list) {
      if (inner) add(inner, `${above}${name}/`);
      for (const { shape, values } of weights) {
        (places[above + name] ??= []).push([offset, shape]);
        parts.push(values);
        offset += values.length * 4;
      }
    }
  };
  add(layers, '');
  return {
    places,
    bytes: Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))),
  };
}

/** Our own reader must find the document and every weight, bit by bit. */
async function readAgain(one: SavedCase, format: SavedFormat, blob: Blob): Promise<readonly string[]> {
  const opened = await readSavedModel([{ name: `model${savedEndings[format]}`, blob }]);
  try {
    const wanted = one.document === null || format === 'weights' ? null : fileText(one.document);
    const problems = opened.document === wanted ? [] : ['another document'];
    const { report, pairs } = matchWeights(one.plan, opened.weights);
    const { missing, extra, wrongShape } = report;
    if (missing.length + extra.length + wrongShape.length > 0) problems.push(JSON.stringify(report));
    for (const { key, tensor } of pairs) {
      const values = await wholeTensor(tensor);
      const ours = one.weights[key]!.values;
      if (
        Buffer.compare(Buffer.from(values.buffer), Buffer.from(ours.buffer, ours.byteOffset, ours.byteLength)) !== 0
      ) {
        problems.push(`${key}: other values`);
      }
    }
    return problems.map((problem) => `read again, ${format}: ${problem}`);
  } finally {
    opened.weights.close();
  }
}

/** Largest difference, relative above 1. */
const gapOf = (ours: readonly Float32Array[], theirs: readonly Float32Array[]) =>
  Math.max(
    ...ours.map((values, index) =>
      values.reduce((most, value, at) => {
        const other = theirs[index]![at]!;
        return Math.max(most, Math.abs(value - other) / Math.max(1, Math.abs(other)));
      }, 0),
    ),
  );

/** What TensorFlow.js's own loader makes of the topology; null where it does not know a layer. */
async function tfjsGap(one: SavedCase, ours: readonly Float32Array[], blob: Blob, numbers: typeof Numbers) {
  const { zipEntries } = await import('../../src/formats/zipEntries');
  const entries = await zipEntries(blob);
  const bytes = await Promise.all(
    entries.filter(({ name }) => name.endsWith('.bin')).map(async (entry) => (await entry.open()).arrayBuffer()),
  );
  const model = entries.find(({ name }) => name === 'model.json')!;
  const json = JSON.parse(await (await model.open()).text()) as Parameters<typeof Numbers.tfjsPredictions>[0];
  const weightData = await new Blob(bytes).arrayBuffer();
  try {
    return { gap: gapOf(ours, await numbers.tfjsPredictions(json, weightData, one.inputs)), refused: null };
  } catch (error) {
    return { gap: null, refused: error instanceof Error ? error.message.split('\n')[0]! : String(error) };
  }
}

/** Saves models in every format and lets Keras, TensorFlow.js and our own reader open them. */
export async function checkSavedModels(cases: readonly SavedCase[]): Promise<Compared> {
  const folder = mkdtempSync(join(tmpdir(), 'deepbrick-saved-'));
  const python = new PythonLines('check_saved.py');
  const problems: string[] = [];
  const gaps: Record<string, { largest: number; where: string; files: number }> = {};
  const refusals = new Set<string>();
  const note = (kind: string, gap: number, where: string) => {
    const known = (gaps[kind] ??= { largest: 0, where: '', files: 0 });
    known.files += 1;
    if (gap >= known.largest) Object.assign(known, { largest: gap, where });
    if (!(gap <= tolerance)) problems.push(`${where}, ${kind}: predictions differ by ${gap}`);
  };
  try {
    await withBundle<typeof Numbers, void>(join(import.meta.dirname, 'saved/numbers.ts'), async (numbers) => {
      for (const one of cases) {
        const ours = await numbers.predictions(one.plan, one.weights, one.inputs);
        const { places, bytes } = reference(savedLayers(one.plan, one.weights, 'keras'));
        const put = (name: string, content: Uint8Array) => {
          writeFileSync(join(folder, name), content);
          return join(folder, name);
        };
        const raw = (name: string, { buffer, byteOffset, byteLength }: Float32Array) =>
          put(name, new Uint8Array(buffer, byteOffset, byteLength));
        const files: Record<string, string> = {};
        for (const format of formats) {
          const blob = await saveModel(one, format);
          problems.push(...(await readAgain(one, format, blob)).map((problem) => `${one.name}: ${problem}`));
          if (format === 'tfjs') {
            const { gap, refused } = await tfjsGap(one, ours, blob, numbers);
            if (gap !== null) note('tfjs', gap, one.name);
            else if (!knownRefusal(refused, refusals)) problems.push(`${one.name}, tfjs: cannot be opened: ${refused}`);
          } else files[format] = put(`model${savedEndings[format]}`, new Uint8Array(await blob.arrayBuffer()));
        }
        const { problems: found, gaps: theirs } = answer.parse(
          await python.ask({
            files,
            script: modelFile(one.plan),
            weights: places,
            bytes: put('weights.bin', bytes),
            inputs: one.inputs.map(({ shape, values }, index) => ({ path: raw(`input${index}`, values), shape })),
            outputs: ours.map((values, index) => raw(`output${index}`, values)),
          }),
        );
        problems.push(...found.map((problem) => `${one.name}: ${problem}`));
        for (const [kind, gap] of Object.entries(theirs)) note(kind, gap, one.name);
      }
    });
  } finally {
    python.end();
    rmSync(folder, { recursive: true, force: true });
  }
  for (const [kind, { largest, where, files }] of Object.entries(gaps)) {
    console.log(`${kind}: ${files} files, largest difference ${largest.toExponential(1)} (${where})`);
  }
  const names = [...refusals].toSorted();
  if (names.length > 0) console.log(`Not in TensorFlow.js's own loader, as known: ${names.join(', ')}`);
  return { compared: cases.length * formats.length, problems };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const only = process.argv[2] ?? '';
  const { compared, problems } = await checkSavedModels(savedCases().filter(({ name }) => name.includes(only)));
  for (const problem of problems) console.error(problem);
  console.log(`${compared} saved models opened, ${problems.length} problems.`);
  process.exitCode = problems.length === 0 && compared > 0 ? 0 : 1;
}
