import { memory } from '@tensorflow/tfjs-core';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { chain, stripes, stripesInput, stripesTraining, twoClasses } from '../../e2e/fixtures/stripes';
import type { Plan } from '../compile/plan';
import { saveModel } from '../formats/saved/saveModel';
import { WeightCache } from '../pretrained/storage/cache';
import { inPieces, memoryBlobs } from '../pretrained/storage/fileStore';
import { keepFiles } from '../pretrained/storage/keepFiles';
import { memoryCheckpoints } from './checkpoints/checkpoints';
import { identityOf } from './model/planIdentity';
import { EngineError } from './protocol/engineError';
import type { Subject } from './protocol/model';
import type { Sample } from './protocol/samples';
import type { WeightData } from './protocol/weights';
import { EngineSession } from './session';

/** Two with the same shapes, one with others and other names, and the first with a frozen layer, which has the same weights. */
const plans = {
  one: chain(stripesInput, ['conv2d', { filters: 2 }], ['flatten'], twoClasses),
  other: chain(stripesInput, ['conv2d', { filters: 2, activation: 'relu' }], ['flatten'], twoClasses),
  wide: chain(stripesInput, ['conv2d', { filters: 3 }], ['maxPooling2d'], ['flatten'], twoClasses),
  frozen: chain(stripesInput, ['conv2d', { filters: 2 }, 'frozen'], ['flatten'], twoClasses),
} satisfies Record<string, Plan>;
type Name = keyof typeof plans;
const names = Object.keys(plans) as Name[];
const projects = ['p', 'q'] as const;
const about = (name: Name, project: string): Subject => ({ project, plan: plans[name], seed: 7 });
const placeOf = (name: Name, project: string) => `${project} ${identityOf(plans[name]).layers}`;

/** Where weights can come from: their seed, or one of two files for each model. So slow a training does not hide it. */
type Source = 'drawn' | 1 | 2;
const slow = { name: 'sgd', settings: { learningRate: 1e-6 } } as const;
const near = 1e-3;

function session(): EngineSession {
  const cache = new WeightCache(inPieces(memoryBlobs()));
  return new EngineSession({
    wasmFiles: null,
    checkpoints: memoryCheckpoints(),
    dataset: async () => stripes(48, 16),
    weightFile: async (from) => cache.get(from.file),
    keepFiles: (files, signal, progress) =>
      keepFiles({ entry: null, files, cache, signal, progress: (done, total) => progress({ done, total }) }),
    emit: () => undefined,
  });
}

const started = session();
await started.handle({ type: 'backend', force: 'wasm' });
const drawn = Object.fromEntries(
  await Promise.all(
    names.map(async (name) => [name, await started.handle({ type: 'weights', about: about(name, 'drawn') })] as const),
  ),
) as Record<Name, WeightData>;

function weightsFrom(name: Name, source: Source): WeightData {
  if (source === 'drawn') return drawn[name];
  const entries = Object.entries(drawn[name]).map(([key, { shape, values }]) => {
    const changed = values.map((value, index) => value / 4 + source * (index % 2 === 0 ? 1 : 0.5));
    return [key, { shape, values: changed }] as const;
  });
  return Object.fromEntries(entries);
}

const files = Object.fromEntries(
  await Promise.all(
    names.flatMap((name) =>
      ([1, 2] as const).map(async (source) => {
        const weights = weightsFrom(name, source);
        const blob = await saveModel({ plan: plans[name], weights, document: null }, 'h5');
        return [`${name} ${source}`, [{ name: `${name}-${source}.h5`, blob }]] as const;
      }),
    ),
  ),
);

const shapesOf = (name: Name) => Object.entries(drawn[name]).map(([key, { shape }]) => `${key} ${shape.join()}`);
/** A model that is another state of one that a file was put into has what stays of its weights: here all or nothing. */
const takesOver = (name: Name, from: Name) => shapesOf(name).join(' ') === shapesOf(from).join(' ');

const sample: Sample = { width: 12, height: 12, channels: 1, values: new Float32Array(144).fill(90) };
const answers = new Map<string, readonly number[]>();
for (const name of names) {
  for (const source of ['drawn', 1, 2] as const) {
    const asked = about(name, 'answers');
    await started.handle({ type: 'load', about: asked, weights: weightsFrom(name, source) });
    const { outputs } = await started.handle({ type: 'predict', about: asked, sample, layers: [] });
    answers.set(`${name} ${source}`, [...outputs[0]!.values]);
  }
}
started.free();

const close = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  a.length === b.length && Array.from(a).every((value, index) => Math.abs(value - b[index]!) < near);

/** The source that all weights are from; throws where they are mixed, or another model's. */
function sourceOf(name: Name, weights: WeightData): Source {
  const fits = (['drawn', 1, 2] as const).find((source) => {
    const wanted = weightsFrom(name, source);
    return (
      Object.keys(wanted).join() === Object.keys(weights).join() &&
      Object.entries(wanted).every(([key, { values }]) => close(values, weights[key]!.values))
    );
  });
  if (fits === undefined) throw new Error(`Mixed weights in ${name}.`);
  return fits;
}

const which = { name: fc.constantFrom(...names), project: fc.constantFrom(...projects) };
const step = fc.oneof(
  fc.record({ type: fc.constant('weights' as const), ...which }),
  fc.record({ type: fc.constant('predict' as const), ...which }),
  fc.record({
    type: fc.constant('load' as const),
    ...which,
    given: fc.constantFrom(null, null, 1 as const, 2 as const),
  }),
  fc.record({ type: fc.constant('importWeights' as const), ...which, source: fc.constantFrom(1 as const, 2 as const) }),
  fc.record({ type: fc.constant('train' as const), ...which, resume: fc.boolean(), epochs: fc.constantFrom(1, 30) }),
  fc.record({ type: fc.constant('wait' as const), milliseconds: fc.constantFrom(0, 3, 20) }),
  fc.record({ type: fc.constant('stop' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What was asked of an engine, and what it said that cannot be. */
class Asked {
  readonly complaints: unknown[] = [];
  /** The last file that was put into a model of each project: the model, and which file. */
  readonly last = new Map<string, readonly [name: Name, source: Source]>();
  private readonly possible = new Map<string, Set<Source>>();
  private readonly answers: Promise<void>[] = [];

  constructor(private readonly engine: EngineSession) {}

  /** Asks without waiting for the answer. */
  async do(each: Step): Promise<void> {
    if (each.type === 'wait') await new Promise((resolve) => setTimeout(resolve, each.milliseconds));
    else if (each.type === 'stop') await this.engine.handle({ type: 'stop' });
    else this.answers.push(this.ask(each));
  }

  async all(): Promise<void> {
    await Promise.all(this.answers);
  }

  private sources(place: string): Set<Source> {
    const known = this.possible.get(place) ?? new Set<Source>(['drawn']);
    this.possible.set(place, known);
    return known;
  }

  private async ask(each: Exclude<Step, { type: 'wait' | 'stop' }>): Promise<void> {
    const { engine } = this;
    const { name, project } = each;
    const subject = about(name, project);
    const possible = this.sources(placeOf(name, project));
    try {
      if (each.type === 'load') {
        if (each.given !== null) possible.add(each.given);
        const weights = each.given === null ? null : weightsFrom(name, each.given);
        await engine.handle({ type: 'load', about: subject, weights });
      } else if (each.type === 'weights') {
        const found = sourceOf(name, await engine.handle({ type: 'weights', about: subject }));
        if (!possible.has(found)) this.complaints.push([each, found]);
      } else if (each.type === 'predict') {
        const { outputs } = await engine.handle({ type: 'predict', about: subject, sample, layers: [] });
        const said = outputs[0]!.values;
        if (![...possible].some((source) => close(said, answers.get(`${name} ${source}`)!))) {
          this.complaints.push([each, said]);
        }
      } else if (each.type === 'importWeights') {
        for (const other of names) {
          if (takesOver(other, name)) this.sources(placeOf(other, project)).add(each.source);
        }
        this.last.set(project, [name, each.source]);
        const given = files[`${name} ${each.source}`]!;
        const report = await engine.handle({ type: 'importWeights', about: subject, files: given });
        if (report.missing.length + report.wrongShape.length > 0) this.complaints.push([each, report]);
      } else {
        const training = stripesTraining({ seed: 7, epochs: each.epochs, optimizer: slow });
        const { state } = await engine.handle({ type: 'train', about: subject, training, resume: each.resume });
        if (state !== 'finished' && state !== 'stopped') this.complaints.push([each, state]);
      }
    } catch (error) {
      if (!(error instanceof EngineError && error.error.code === 'cancelled')) this.complaints.push([each, error]);
    }
  }
}

it('whatever is asked while whatever goes on: weights are of one source, which is the model’s own', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
      const before = memory().numTensors;
      const engine = session();
      const asked = new Asked(engine);
      for (const each of steps) await asked.do(each);
      await asked.all();
      expect(asked.complaints).toEqual([]);
      // A file whose keeping is stopped is in the model, and gone with it.
      const stopped = steps.some(({ type }) => type === 'stop');
      // Weights that were given are those of the model for as long as it is in memory.
      const given = steps.some((each) => each.type === 'load' && each.given !== null);
      for (const [name, project] of stopped || given
        ? []
        : names.flatMap((each) => projects.map((own) => [each, own] as const))) {
        const [from, source] = asked.last.get(project) ?? [name, 'drawn'];
        const wanted = takesOver(name, from) ? source : 'drawn';
        const subject = about(name, project);
        const state = await engine.handle({ type: 'model', about: subject });
        expect(sourceOf(name, await engine.handle({ type: 'weights', about: subject }))).toBe(wanted);
        expect(state.weights).toBe(state.run !== null ? 'trained' : wanted === 'drawn' ? 'drawn' : 'imported');
        expect(await engine.handle({ type: 'model', about: subject })).toEqual(state);
      }
      engine.free();
      expect(memory().numTensors).toBe(before);
    }),
    { numRuns: 90 },
  );
}, 300_000);
