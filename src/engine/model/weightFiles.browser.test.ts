import { describe, expect, it } from 'vitest';
import { chain } from '../../../e2e/fixtures/stripes';
import { saveModel } from '../../formats/saved/saveModel';
import type { SavedFormat } from '../../formats/saved/savedFormat';
import { memoryCheckpoints } from '../checkpoints/checkpoints';
import type { BackendName } from '../protocol/backendInfo';
import type { EngineEvent } from '../protocol/events';
import type { WeightData } from '../protocol/weights';
import { testSession } from '../testSession';
import { wasmFiles } from '../backend/wasmFiles';

/** The kernel has 8 MB and goes to the device in several pieces, the last of them shorter. */
const plan = chain(['inputVector', { shape: [1001] }], ['dense', { units: 2003 }]);
const [kernel, bias] = plan.steps[1]!.weights.map(({ name }) => `${plan.steps[1]!.name}/${name}`) as [string, string];
const weights = {
  [kernel]: { shape: [1001, 2003], values: Float32Array.from({ length: 1001 * 2003 }, (_, index) => Math.sin(index)) },
  [bias]: { shape: [2003], values: Float32Array.from({ length: 2003 }, (_, index) => index) },
};
const fileOf = async (format: SavedFormat) => ({
  name: `model.${format}`,
  blob: await saveModel({ plan, weights, document: null }, format),
});

async function session(force: BackendName, emit: (event: EngineEvent) => void = () => undefined) {
  const dataset = async () => Promise.reject(new Error('No data is needed here.'));
  const engine = testSession({ wasmFiles, checkpoints: memoryCheckpoints(), dataset, emit });
  await engine.handle({ type: 'backend', force });
  await engine.load(plan, { seed: 1 });
  return engine;
}

/** Keys of weights that are not the same to the bit: `toEqual` takes seconds for two million numbers. */
const differing = (one: WeightData, other: WeightData) =>
  Object.keys({ ...one, ...other }).filter((key) => {
    const [a, b] = [one[key]?.values, other[key]?.values];
    return a?.length !== b?.length || !a?.every((value, index) => Object.is(value, b![index]));
  });

describe.each(['cpu', 'wasm', 'webgl', 'webgpu'] as const)('%s', (name) => {
  it('has the weights of a file to the bit, and no more memory after the second time', async () => {
    const engine = await session(name);
    const memories: unknown[] = [];
    for (const format of ['h5', 'tfjs'] as const) {
      const report = await engine.handle({ type: 'importWeights', files: [await fileOf(format)] });
      expect(report).toMatchObject({ missing: [], wrongShape: [] });
      expect(differing(await engine.handle({ type: 'weights' }), weights)).toEqual([]);
      memories.push(await engine.handle({ type: 'memory' }));
    }
    expect(memories[1]).toEqual(memories[0]);
  });

  it('has what it had where loading is cancelled in the middle of a weight', async () => {
    let cancel = () => Promise.resolve<unknown>(null);
    const engine = await session(name, ({ type }) => {
      if (type === 'weights') void cancel();
    });
    const before = await engine.handle({ type: 'weights' });
    cancel = () => engine.handle({ type: 'stop' });
    const importing = engine.handle({ type: 'importWeights', files: [await fileOf('h5')] });
    await expect(importing).rejects.toMatchObject({ error: { code: 'cancelled' } });
    expect(differing(await engine.handle({ type: 'weights' }), before)).toEqual([]);
    expect(differing(before, weights)).toEqual([kernel, bias]);
  });
});
