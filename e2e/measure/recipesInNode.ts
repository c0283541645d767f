import '@tensorflow/tfjs-layers';
import { compile } from '../../src/compile/compile';
import { isBuiltIn } from '../../src/data/catalogue';
import { buildTemplate } from '../../src/document/template';
import { selectBackend } from '../../src/engine/backend/backend';
import type { WasmFiles } from '../../src/engine/backend/wasmFiles';
import { batchesOf } from '../../src/data/batches';
import { memoryCheckpoints } from '../../src/engine/checkpoints/checkpoints';
import { buildModel, disposeModel } from '../../src/engine/model/model';
import { initialise } from '../../src/engine/model/trainableModel';
import { optimizerFor } from '../../src/engine/training/updates/optimizerFor';
import { EngineSession } from '../../src/engine/session';
import { taskFor } from '../../src/engine/training/taskFor';
import { trainStep } from '../../src/engine/training/trainStep';
import { library, templates } from '../../templates/index';
import { datasetInNode } from '../fixtures/datasets';
import { digitsWeightFile } from '../fixtures/digitsWeights';

/** Seconds of the trial that the time of an epoch is reckoned from. */
const trial = 6;

/** Measures the templates with these ids, all when there are none; says each one's figures as soon as they are known. */
export async function measureRecipes(ids: readonly string[], longest: number, wasmFiles: WasmFiles): Promise<void> {
  for (const template of templates) {
    const document = buildTemplate(template);
    const { training } = document;
    const { dataset: id } = training;
    if (!isBuiltIn(id) || template.architecture) continue;
    if (ids.length > 0 && !ids.includes(template.id)) continue;
    const dataset = await datasetInNode(id);
    const plan = compile(document, library);
    await selectBackend('wasm', wasmFiles);
    const built = buildModel(plan);
    initialise(built, training.seed);
    const task = taskFor(built, dataset, training);
    const optimizer = optimizerFor(training);
    const batches = batchesOf(task, task.split.training);
    const step = async (batch: number) => {
      const sums = trainStep(task, optimizer, batches[batch]!, 1);
      await sums.data();
      sums.dispose();
    };
    await step(0);
    const begun = performance.now();
    const seconds = () => (performance.now() - begun) / 1000;
    let done = 0;
    while (done < batches.length && seconds() < trial) await step(done++);
    const epoch = (seconds() / done) * batches.length;
    optimizer.dispose();
    disposeModel(built);
    const words = [template.id, id, `${training.epochs} epochs`, `${epoch.toFixed(1)} s/epoch`];
    if (epoch * training.epochs > longest) {
      console.log([...words, `reckoned from ${done} of ${batches.length} batches, not trained`].join(' | '));
      continue;
    }
    const engine = new EngineSession({
      wasmFiles,
      checkpoints: memoryCheckpoints(),
      dataset: async () => dataset,
      weightFile: digitsWeightFile,
      emit: () => undefined,
    });
    const about = { project: template.id, plan, seed: training.seed };
    const { epochs } = await engine.handle({ type: 'train', about, training, resume: false });
    const last = epochs.at(-1)!;
    const scores = Object.entries({ loss: last.validationLoss, ...last.validationMetrics });
    const total = epochs.reduce((sum, each) => sum + each.seconds, 0);
    const learnt = scores.map(([name, value]) => `${name} ${value?.toFixed(4)}`).join(', ');
    console.log([...words, `${total.toFixed(1)} s in all`, `validation ${learnt}`].join(' | '));
  }
}
