import '@tensorflow/tfjs-layers';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { compile } from '../../../src/compile/compile';
import { splitOf } from '../../../src/data/batches';
import { type Dataset, factsOf } from '../../../src/data/dataset';
import { importFile } from '../../../src/data/tables/importFile';
import { TableError } from '../../../src/data/tables/tableTrouble';
import { fittingModel } from '../../../src/editor/building/fittingModel';
import type { WasmFiles } from '../../../src/engine/backend/wasmFiles';
import { memoryCheckpoints } from '../../../src/engine/checkpoints/checkpoints';
import { EngineSession } from '../../../src/engine/session';
import { tableTroubleText } from '../../../src/i18n/troubles/tableTrouble';
import { library, templates } from '../../../templates/index';
import { digitsWeightFile } from '../../fixtures/digitsWeights';

/** What says the same of every row, by the training rows: accuracy of the most frequent class, mean absolute error of the mean. */
function baseline({ target, ...dataset }: Dataset): number {
  const { training, validation } = splitOf(dataset, null);
  if (target.kind === 'classes') {
    const counts = target.classes.map(() => 0);
    for (const row of training) counts[target.labels[row]!]! += 1;
    const most = counts.indexOf(Math.max(...counts));
    return validation.filter((row) => target.labels[row] === most).length / validation.length;
  }
  const mean = training.reduce((sum, row) => sum + target.values[row]!, 0) / training.length;
  return validation.reduce((sum, row) => sum + Math.abs(target.values[row]! - mean), 0) / validation.length;
}

async function measured(path: string, wasmFiles: WasmFiles): Promise<string> {
  const reading = { progress: () => undefined, signal: new AbortController().signal };
  const dataset = await importFile(`own:${basename(path)}`, new Blob([readFileSync(path)]), path, reading);
  const { count, shape, kind, target } = dataset;
  const what = target.kind === 'classes' ? `${target.classes.length} classes` : 'a number';
  const found = `${count} rows, ${kind} ${shape.join('×')} → ${what}`;
  const document = fittingModel(factsOf(dataset), templates, library);
  if (document === null) return `${found} | no model fits`;
  const plan = compile(document, library);
  const engine = new EngineSession({
    wasmFiles,
    checkpoints: memoryCheckpoints(),
    dataset: async () => dataset,
    weightFile: digitsWeightFile,
    emit: () => undefined,
  });
  const training = { ...document.training, metrics: target.kind === 'classes' ? [] : (['meanAbsoluteError'] as const) };
  const about = { project: path, plan, seed: training.seed };
  const { epochs } = await engine.handle({ type: 'train', about, training, resume: false });
  const [first, last] = [epochs[0]!, epochs.at(-1)!];
  const scores = Object.entries(last.validationMetrics).map(([name, value]) => `${name} ${value?.toFixed(3)}`);
  const seconds = epochs.reduce((sum, each) => sum + each.seconds, 0).toFixed(1);
  const same = target.kind === 'classes' ? 'most frequent class' : 'mean';
  return [
    found,
    `${epochs.length} epochs, ${seconds} s, loss ${first.loss.toFixed(3)} → ${last.loss.toFixed(3)}`,
    `held back ${scores.join(', ')}; ${same} ${baseline(dataset).toFixed(3)}`,
  ].join(' | ');
}

/** Says of each file what came of it. */
export async function measureTables(files: readonly string[], wasmFiles: WasmFiles): Promise<void> {
  for (const path of files) {
    const said = await measured(path, wasmFiles).catch((error: unknown) => {
      if (!(error instanceof TableError)) throw error;
      return tableTroubleText(error.trouble, 'en');
    });
    console.log(`${basename(path)} | ${said}`);
  }
}
