import { describe, expect, it, vi } from 'vitest';
import { stripes } from '../../../e2e/fixtures/stripes';
import { initialAugmentation } from '../../document/augmentation';
import { opfsFeatures } from './opfsFeatures';
import type { Run } from '../protocol/run';
import { memoryDirectory } from './testDirectory';
import { frozenStripes, training, transferSession } from '../testTransfer';

const curve = ({ epochs }: Run) => epochs.flatMap(({ loss, validationLoss }) => [loss, validationLoss!]);

function sameCurve(one: Run, other: Run): void {
  expect(one.epochs.length).toBe(other.epochs.length);
  curve(one).forEach((value, index) => expect(value).toBeCloseTo(curve(other)[index]!, 5));
  expect(one.evaluation!.outputs[0]!.matrix).toEqual(other.evaluation!.outputs[0]!.matrix);
}

const augmentation = { ...initialAugmentation, enabled: true };

describe('features of the frozen part', () => {
  it('give the curve, the weights and the confusion of the whole model, dropout in the head included', async () => {
    const { load, train, engine, all, cut } = await transferSession();
    await load(frozenStripes());
    const without = await train(training({ featureCache: 'off' }));
    expect(cut()).toBe('off');
    const weights = await engine.handle({ type: 'weights' });
    const run = await train(training());
    sameCurve(run, without);
    const after = await engine.handle({ type: 'weights' });
    for (const [key, { values }] of Object.entries(weights)) {
      values.forEach((value, index) => expect(after[key]!.values[index]).toBeCloseTo(value, 4));
    }
    expect(cut()).toMatchObject({ frozen: 4, where: 'memory', computed: 192, reused: 0, bytes: 192 * 100 * 4 });
    expect(cut()).toMatchObject({ layers: ['4-flatten'] });
    expect(all('features').at(-1)).toMatchObject({ type: 'features', done: 192, total: 192 });
  });

  it('are taken again by the next run, leave no tensors, and are not those of other weights', async () => {
    const { load, train, engine, cut } = await transferSession();
    await load(frozenStripes());
    const first = await train(training({ epochs: 1 }));
    const before = await engine.handle({ type: 'memory' });
    const again = await train(training({ epochs: 1 }));
    expect(again.epochs[0]!.loss).toBe(first.epochs[0]!.loss);
    expect(cut()).toMatchObject({ computed: 0, reused: 192 });
    expect((await engine.handle({ type: 'memory' })).tensors).toBe(before.tensors);
    await train(training({ epochs: 1, seed: 12 }));
    expect(cut()).toMatchObject({ computed: 192, reused: 0 });
  });

  it('outlive the page on disk', async () => {
    const files = memoryDirectory();
    const disk = { featureDisk: opfsFeatures(async () => files) };
    const before = await transferSession(disk);
    await before.load(frozenStripes());
    const first = await before.train(training({ epochs: 1 }));
    expect(files.files.size).toBe(2);
    // All rows in one piece, and whose they are.
    expect(files.writes()).toBe(2);
    const after = await transferSession(disk);
    await after.load(frozenStripes());
    const again = await after.train(training({ epochs: 1 }));
    expect(again.epochs[0]!.loss).toBe(first.epochs[0]!.loss);
    expect(after.cut()).toMatchObject({ computed: 0, reused: 192 });
    expect(after.cut()).toHaveProperty('seconds', expect.closeTo((before.cut() as { seconds: number }).seconds));
  });

  it('are there as far as they came where the page was closed on the way', async () => {
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (seconds += 2) * 1000);
    let seconds = 0;
    const files = memoryDirectory();
    let atClosing = new Map<string, Uint8Array>();
    const first = await transferSession({
      featureDisk: opfsFeatures(async () => files),
      emit: (event) => {
        if (event.type === 'features' && event.done === 96) atClosing = new Map(files.files);
      },
    });
    await first.load(frozenStripes());
    const whole = await first.train(training({ epochs: 1 }));
    clock.mockRestore();
    files.files.clear();
    for (const [name, bytes] of atClosing) files.files.set(name, bytes);
    const later = await transferSession({ featureDisk: opfsFeatures(async () => files) });
    await later.load(frozenStripes());
    const again = await later.train(training({ epochs: 1 }));
    const { computed, reused } = later.cut() as { computed: number; reused: number };
    expect(computed + reused).toBe(192);
    expect(reused).toBeGreaterThan(48);
    expect(again.epochs[0]!.loss).toBe(whole.epochs[0]!.loss);
  });

  it('serve an evaluation of its own: nothing is computed again', async () => {
    const pictures = stripes();
    let blank = false;
    const files = memoryDirectory();
    const surroundings = {
      dataset: async () => ({ ...pictures, values: blank ? new Uint8Array(pictures.values.length) : pictures.values }),
      featureDisk: opfsFeatures(async () => files),
    };
    const { load, train, engine } = await transferSession(surroundings);
    const evaluate = (changes = {}) => engine.handle({ type: 'evaluate', training: training(changes) });
    await load(frozenStripes());
    const run = await train(training());
    const before = await engine.handle({ type: 'memory' });
    expect(await evaluate()).toEqual(run.evaluation);
    // Pictures that are blank now give another answer, where they are looked at.
    blank = true;
    expect(await evaluate()).toEqual(run.evaluation);
    expect((await evaluate({ featureCache: 'off' })).loss).not.toBe(run.evaluation!.loss);
    expect((await engine.handle({ type: 'memory' })).tensors).toBe(before.tensors);
    // Another page finds them on the disk.
    const weights = await engine.handle({ type: 'weights' });
    const later = await transferSession(surroundings);
    await later.engine.load(frozenStripes(), { weights });
    expect(await later.engine.handle({ type: 'evaluate', training: training() })).toEqual(run.evaluation);
    // A model without kept features looks at the pictures.
    blank = false;
    await later.load(frozenStripes(), 12);
    expect((await later.engine.handle({ type: 'evaluate', training: training() })).loss).toBeGreaterThan(0);
  });

  it('under random changes: none are kept, or so many variants, and validation is as ever', async () => {
    const { load, train, cut } = await transferSession();
    await load(frozenStripes());
    const changing = await train(training({ augmentation, epochs: 2 }));
    expect(cut()).toBe('augmented');
    const same = await train(training({ augmentation, epochs: 2, featureCache: 'off' }));
    sameCurve(changing, same);
    const kept = { ...augmentation, cachedVariants: 2 };
    const two = await train(training({ augmentation: kept, epochs: 2 }));
    expect(cut()).toMatchObject({ computed: 2 * 128, reused: 64 });
    sameCurve(two, same);
    const four = await train(training({ augmentation: kept, epochs: 3 }));
    expect(cut()).toMatchObject({ computed: 0, reused: 2 * 128 + 64 });
    expect(four.epochs[2]!.loss).not.toBe(four.epochs[0]!.loss);
  });

  it('can be stopped while they are computed', async () => {
    const { load, train, engine, all } = await transferSession({ dataset: async () => stripes(3000, 64) });
    await load(frozenStripes());
    const running = train(training());
    while (all('features').length < 3) await new Promise((resolve) => setTimeout(resolve, 1));
    await engine.handle({ type: 'stop' });
    const run = await running;
    expect(run).toMatchObject({ state: 'stopped', epochs: [] });
    expect(all('features').length).toBeLessThan(180);
  });
});
