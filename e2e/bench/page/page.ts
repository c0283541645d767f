import { compile } from '../../../src/compile/compile';
import { buildTemplate } from '../../../src/document/template';
import { type Training, initialTraining } from '../../../src/document/training';
import { createEngine } from '../../../src/engine/client';
import type { BackendName } from '../../../src/engine/protocol/backendInfo';
import type { Run } from '../../../src/engine/protocol/run';
import type { BatchProgress } from '../../../src/engine/protocol/curves';
import digits from '../../../templates/digits';
import { library } from '../../../templates/index';
import { bareSpeed } from './bareFit';
import { plainSteps } from './plainSteps';
import { engineSteps } from './trainingSteps';

const plan = compile(buildTemplate(digits), library);
const digitCount = 10_000;
const settings: Training = { ...initialTraining, ...digits.training };
const about = { project: 'bench', plan, seed: settings.seed };

async function start(backend: BackendName | 'auto') {
  const engine = createEngine();
  const info = await engine.request({ type: 'backend', force: backend });
  await engine.request({ type: 'load', about, weights: null });
  return { engine, info };
}

/** Images per second of our engine on the digits template, for `seconds` after a warm-up of as long. */
async function engineSpeed(backend: BackendName, seconds: number) {
  const { engine, info } = await start(backend);
  const begun = performance.now();
  let first = { time: 0, images: 0 };
  const speed = new Promise<number>((resolve) => {
    engine.subscribe((event) => {
      if (event.type !== 'progress') return;
      const { epoch, batch } = event.progress;
      // Sums are read a few batches late, but as late at the start as at the end.
      const images = (epoch - 1) * digitCount + Math.min(digitCount, batch * settings.batchSize);
      const now = { time: performance.now(), images };
      if (now.time - begun < seconds * 1000 || first.time === 0) first = now;
      else if (now.time - begun > 2000 * seconds)
        resolve(((now.images - first.images) / (now.time - first.time)) * 1000);
    });
  });
  // The bare `model.fit` does not validate either.
  const training = { ...settings, epochs: 1000, validationSplit: 0 };
  engine.request({ type: 'train', about, training, resume: false }).catch((error: { error?: { code: string } }) => {
    if (error.error?.code !== 'cancelled') throw error;
  });
  const imagesPerSecond = await speed;
  engine.dispose();
  return { imagesPerSecond, info };
}

/** Trains the digits template as it comes, or with some settings changed; the run comes back. */
async function trainDigits(backend: BackendName | 'auto', changes: Partial<Training>): Promise<Run> {
  const { engine } = await start(backend);
  const progress: BatchProgress[] = [];
  engine.subscribe((event) => {
    if (event.type === 'progress') progress.push(event.progress);
    if (event.type === 'run') console.log(JSON.stringify(event.run.backend));
    if (event.type === 'epochs') for (const epoch of event.epochs) console.log(JSON.stringify(epoch));
  });
  const run = await engine.request({ type: 'train', about, training: { ...settings, ...changes }, resume: false });
  await engine.request({ type: 'forget', project: 'bench', run: null });
  engine.dispose();
  return run;
}

/** `tf.memory()` in the worker after the first and after the last of ten rounds of load, train and predict. */
async function memoryRounds(backend: BackendName) {
  const { engine } = await start(backend);
  const picture = { width: 28, height: 28, channels: 1, values: new Float32Array(784).fill(120) };
  const round = async () => {
    await engine.request({ type: 'load', about: { ...about, seed: 1 }, weights: null });
    const running = engine.request({ type: 'train', about, training: settings, resume: false });
    await new Promise<void>((resolve) => {
      const leave = engine.subscribe(({ type }) => {
        if (type !== 'progress') return;
        leave();
        resolve();
      });
    });
    await engine.request({ type: 'stop' });
    await running;
    await engine.request({ type: 'predict', about, sample: picture, layers: plan.steps.map(({ name }) => name) });
    return engine.request({ type: 'memory' });
  };
  const first = await round();
  let last = first;
  for (let count = 1; count < 10; count++) last = await round();
  await engine.request({ type: 'forget', project: 'bench', run: null });
  engine.dispose();
  return { first, last };
}

const bench = {
  engineSpeed,
  trainDigits,
  memoryRounds,
  engineSteps,
  plainSteps,
  bareSpeed: (backend: BackendName, seconds: number) => bareSpeed(plan, backend, settings.batchSize, seconds),
};
export type Bench = typeof bench;
Object.assign(globalThis, { bench });
