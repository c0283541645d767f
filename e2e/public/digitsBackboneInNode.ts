import { createHash } from 'node:crypto';
import '@tensorflow/tfjs-layers';
import { compile } from '../../src/compile/compile';
import type { Plan } from '../../src/compile/plan';
import type { BuiltInDataset } from '../../src/data/catalogue';
import type { Node } from '../../src/document/document';
import type { Training } from '../../src/document/training';
import { buildTemplate } from '../../src/document/template';
import type { WasmFiles } from '../../src/engine/backend/wasmFiles';
import { memoryCheckpoints } from '../../src/engine/checkpoints/checkpoints';
import type { Run } from '../../src/engine/protocol/run';
import type { WeightData } from '../../src/engine/protocol/weights';
import { EngineSession } from '../../src/engine/session';
import digitsBackbone from '../../templates/architectures/digitsBackbone';
import digitsTransfer from '../../templates/digitsTransfer';
import { library } from '../../templates/index';
import { datasetInNode } from '../fixtures/datasets';
import { modelFiles } from './digitsBackboneFiles';

const percent = (share: number | null) => `${((share ?? 0) * 100).toFixed(2)} %`;

async function engineFor(id: BuiltInDataset, wasmFiles: WasmFiles): Promise<EngineSession> {
  const dataset = await datasetInNode(id);
  const engine = new EngineSession({
    wasmFiles,
    checkpoints: memoryCheckpoints(),
    dataset: async () => dataset,
    emit: (event) => {
      const last = event.type === 'epochs' ? event.epochs.at(-1) : undefined;
      if (last) console.log(`epoch ${last.epoch}: ${percent(last.validationAccuracy)}, ${last.seconds.toFixed(1)} s`);
    },
  });
  await engine.handle({ type: 'backend', force: 'wasm' });
  return engine;
}

async function trained(plan: Plan, training: Training, weights: WeightData | null, wasmFiles: WasmFiles) {
  const engine = await engineFor(training.dataset as BuiltInDataset, wasmFiles);
  const about = { project: 'digits', plan, seed: training.seed };
  await engine.handle({ type: 'load', about, weights });
  const run: Run = await engine.handle({ type: 'train', about, training, resume: false });
  return { run, weights: await engine.handle({ type: 'weights', about }) };
}

/** The backbone trained on the digits 0 to 4 as its template says, from its seed. */
export async function trainDigitsBackbone(wasmFiles: WasmFiles) {
  const document = buildTemplate(digitsBackbone);
  const plan = compile(document, library);
  const { run, weights } = await trained(plan, document.training, null, wasmFiles);
  const { validationAccuracy } = run.epochs.at(-1)!;
  const files = modelFiles(plan, weights);
  const hash = createHash('sha256').update(files.binary).digest('hex');
  console.log(`${percent(validationAccuracy)} of the digits 0 to 4; SHA-256 of the values: ${hash}`);
  for (const start of ['trained', 'random'] as const) await measureTransfer(start, weights, wasmFiles);
  return files;
}

/** How well a new Dense layer on the frozen backbone learns the digits 5 to 9, from its trained values or from random ones. */
async function measureTransfer(start: 'trained' | 'random', backbone: WeightData, wasmFiles: WasmFiles): Promise<void> {
  const document = buildTemplate(digitsTransfer);
  const bare = { ...document, nodes: { ...document.nodes, backbone: withRandomWeights(document.nodes['backbone']!) } };
  const plan = compile(bare, library);
  const engine = await engineFor('digits-5-9', wasmFiles);
  const about = { project: 'fresh', plan, seed: document.training.seed };
  const fresh = await engine.handle({ type: 'weights', about });
  const values = (name: string) => (start === 'random' ? undefined : backbone[name.replace(/^backbone\//, '')]);
  const weights = Object.fromEntries(
    Object.entries(fresh).map(([name, own]) => [name, (name.startsWith('backbone/') && values(name)) || own]),
  );
  const { run } = await trained(plan, document.training, weights, wasmFiles);
  const curve = run.epochs.map(({ validationAccuracy }) => percent(validationAccuracy));
  console.log(`digits 5 to 9, frozen ${start} backbone: ${curve.join(', ')}`);
}

const withRandomWeights = (node: Node): Node => ({ ...node, params: { ...node.params, weights: 'random' } });
