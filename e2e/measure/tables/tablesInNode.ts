import '@tensorflow/tfjs-layers';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { compile } from '../../../src/compile/compile';
import { factsOf } from '../../../src/data/dataset';
import { alwaysSaying, classScores } from '../../../src/data/scores/classScores';
import { classIntervals } from '../../../src/data/scores/interval';
import { numberScores } from '../../../src/data/scores/numberScores';
import { importFile } from '../../../src/data/tables/importFile';
import { TableError } from '../../../src/data/tables/tableTrouble';
import { fittingModel } from '../../../src/editor/building/fittingModel';
import type { WasmFiles } from '../../../src/engine/backend/wasmFiles';
import { memoryCheckpoints } from '../../../src/engine/checkpoints/checkpoints';
import type { OutputEvaluation } from '../../../src/engine/protocol/curves';
import { EngineSession } from '../../../src/engine/session';
import { tableTroubleText } from '../../../src/i18n/troubles/tableTrouble';
import { library, templates } from '../../../templates/index';
import { digitsWeightFile } from '../../fixtures/digitsWeights';

/** The score to look at of an output, and what always the same answer gets: accuracy, or the root of the squared errors. */
function scored({ matrix, majority, errors }: OutputEvaluation): string {
  if (errors !== undefined) {
    const plain = numberScores({ ...errors, relative: null, ...errors.baseline });
    return `RMSE ${numberScores(errors)!.rmse.toFixed(3)}, mean ${plain!.rmse.toFixed(3)}`;
  }
  const [accuracy, interval] = [classScores(matrix)!.accuracy, classIntervals(matrix)!.accuracy!];
  const plain = classScores(alwaysSaying(matrix, majority!))!.accuracy;
  const between = `${interval[0].toFixed(3)} – ${interval[1].toFixed(3)}`;
  return `accuracy ${accuracy.toFixed(3)} (${between}), most frequent class ${plain.toFixed(3)}`;
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
  const { training } = document;
  const about = { project: path, plan, seed: training.seed };
  const run = await engine.handle({ type: 'train', about, training, resume: false });
  const { epochs } = run;
  const [first, last] = [epochs[0]!, epochs.at(-1)!];
  const seconds = epochs.reduce((sum, each) => sum + each.seconds, 0).toFixed(1);
  const held = run.evaluation!.outputs[0]!;
  const judged = dataset.test === undefined ? run : await engine.handle({ type: 'test', about, run });
  const test = judged.evaluation!.test?.outputs[0];
  return [
    found,
    `${epochs.length} epochs, ${seconds} s, loss ${first.loss.toFixed(3)} → ${last.loss.toFixed(3)}`,
    `validation ${dataset.validation}: ${scored(held)}`,
    ...(test === undefined ? [] : [`test ${dataset.test}: ${scored(test)}`]),
    ...(kind === 'numbers' ? [`linear: ${scored(await engine.handle({ type: 'linear', about, run }))}`] : []),
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
