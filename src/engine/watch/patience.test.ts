import { describe, expect, it } from 'vitest';
import { stripesModel, stripesTraining } from '../../../e2e/fixtures/stripes';
import { library, templates } from '../../../templates/index';
import { compile } from '../../compile/compile';
import type { Plan } from '../../compile/plan';
import { buildTemplate } from '../../document/template';
import type { BackendName } from '../protocol/backendInfo';
import type { Request } from '../protocol/protocol';
import { patienceOf } from './patience';
import { StepCount } from './steps';

const planOf = (id: string) => compile(buildTemplate(templates.find((template) => template.id === id)!), library);
const sample = { width: 1, height: 1, channels: 1, values: new Float32Array(1) };
const ask = {
  train: (plan: Plan): Request => ({
    type: 'train',
    about: { project: 'p', plan, seed: 1 },
    training: stripesTraining({ batchSize: 32 }),
    resume: false,
  }),
  predict: (plan: Plan): Request => ({ type: 'predict', about: { project: 'p', plan, seed: 1 }, sample, layers: [] }),
  weights: (plan: Plan): Request => ({ type: 'weights', about: { project: 'p', plan, seed: 1 } }),
  model: (plan: Plan): Request => ({ type: 'model', about: { project: 'p', plan, seed: 1 } }),
};
const backends: readonly BackendName[] = ['webgpu', 'wasm', 'webgl', 'cpu'];
const none = { longest: null };

describe('seconds that a request may keep the thread', () => {
  it('are none for questions that compute nothing', () => {
    for (const request of [
      { type: 'stop' },
      { type: 'pause' },
      { type: 'kept' },
      { type: 'runs', project: 'p' },
    ] as const)
      expect(patienceOf(request, 'wasm', none)).toBe(0);
    expect(patienceOf(ask.model(planOf('vgg16')), 'wasm', none)).toBe(0);
  });

  it.each(backends)(
    'are few for a small model and many for a large one, never more than ten minutes: %s',
    (backend) => {
      expect(patienceOf(ask.train(stripesModel()), backend, none)).toBeLessThan(5);
      // 15.5 milliard multiply-adds a picture: minutes on a slow machine.
      expect(patienceOf(ask.predict(planOf('vgg16')), backend, none)).toBeGreaterThan(300);
      expect(patienceOf(ask.train(planOf('vgg16')), backend, none)).toBe(600);
      expect(patienceOf(ask.weights(planOf('vgg16')), backend, none)).toBeCloseTo(138.36, 1);
    },
  );

  it('are finite for every template, whatever is asked and whatever runs it', () => {
    for (const { id } of templates)
      for (const make of Object.values(ask))
        for (const backend of [...backends, null]) {
          const seconds = patienceOf(make(planOf(id)), backend, none);
          expect(seconds).toBeGreaterThanOrEqual(0);
          expect(seconds).toBeLessThanOrEqual(600);
        }
  });

  it('are said by the steps once these are known: twenty of the longest', () => {
    const train = ask.train(planOf('vgg16'));
    expect(patienceOf(train, 'wasm', { longest: 100 })).toBe(30);
    expect(patienceOf(train, 'wasm', { longest: 5_000 })).toBe(100);
    expect(patienceOf(train, 'wasm', { longest: 500_000 })).toBe(600);
  });
});

it('steps are counted, and the longest noted, until other work begins', () => {
  let time = 0;
  const steps = new StepCount(() => time);
  for (const at of [0, 10, 50, 60]) {
    time = at;
    steps.step();
  }
  expect([steps.done, steps.longest]).toEqual([4, 40]);
  steps.begin();
  expect(steps.longest).toBeNull();
  time = 5_000;
  steps.step();
  expect([steps.done, steps.longest]).toEqual([5, null]);
});
