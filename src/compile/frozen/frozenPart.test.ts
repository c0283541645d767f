import { describe, expect, it } from 'vitest';
import { type Link as Named, chain as document } from '../../../e2e/documents/chain';
import { type Link, chain, stripesInput, twoClasses } from '../../../e2e/fixtures/stripes';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { frozenPart } from './frozenPart';
import { deviceOf, tooLarge } from '../../engine/backend/limits';
import { flatPlan } from './flatPlan';

const part = (...links: readonly Link[]) => {
  const plan = chain(stripesInput, ...links);
  return frozenPart(plan, flatPlan(plan));
};
const frozen: Link = ['conv2d', { filters: 4 }, 'frozen'];

describe('the frozen part of a model', () => {
  it('ends before the first layer that is trained, draws at random, or is the answer', () => {
    expect(part(frozen, ['flatten'], twoClasses)?.boundary).toEqual(['2-flatten']);
    expect(part(frozen, ['dropout'], ['flatten'], twoClasses)?.boundary).toEqual(['1-conv2d']);
    expect(part(frozen, ['batchNormalization'], ['flatten'], twoClasses)?.boundary).toEqual(['1-conv2d']);
    expect(part(frozen, ['flatten'], ['dense', { units: 2 }, 'frozen'])?.boundary).toEqual(['2-flatten']);
  });

  it('is none where no frozen layer has weights', () => {
    expect(part(['conv2d', { filters: 4 }], ['flatten'], twoClasses)).toBeNull();
    expect(part(['flatten'], twoClasses)).toBeNull();
    expect(part(['randomFlip'], frozen, ['flatten'], twoClasses)).toBeNull();
  });

  it('keeps what is smallest: not what padding or enlarging makes of it', () => {
    expect(part(frozen, ['zeroPadding2d'], ['flatten'], twoClasses)).toMatchObject({
      numbers: 400,
      boundary: ['1-conv2d'],
    });
    expect(part(frozen, ['maxPooling2d'], ['flatten'], twoClasses)).toMatchObject({ numbers: 100 });
  });

  it('layers that count for the loss, or keep a state, are computed every time', () => {
    const l2 = { role: 'regularizer', name: 'l2', settings: { l2: 0.01 } };
    const plan = chain(stripesInput, frozen, ['flatten'], twoClasses);
    const steps = plan.steps.map((step) =>
      step.type === 'conv2d'
        ? { ...step, call: { ...step.call, args: { ...step.call.args, activityRegularizer: l2 as never } } }
        : step,
    );
    expect(frozenPart({ ...plan, steps }, flatPlan({ ...plan, steps }))).toBeNull();
  });

  const backbone = (params: NonNullable<Named[2]>, ...rest: readonly Named[]) => {
    const links: readonly Named[] = [
      ['inputImage', 'photo', { shape: [64, 64, 3] }],
      ['pretrainedBackbone', 'trunk', params],
      ...rest,
    ];
    const plan = compile(document('Backbone', links), library);
    expect(plan.issues).toEqual([]);
    const flat = flatPlan(plan);
    return { flat, part: frozenPart(plan, flat) };
  };
  const head: readonly Named[] = [
    ['globalAveragePooling2d', 'pool'],
    ['dense', 'answer', { units: 1, activation: 'sigmoid' }],
  ];

  it('reaches into a backbone that is trained from some layer on', () => {
    const fine = backbone({ trainableLayers: 'from', trainableFrom: 'block5_conv1' }, ...head);
    expect(fine.part).toMatchObject({ boundary: ['trunk/block4_pool'], numbers: 4 * 4 * 512 });
    const whole = backbone({ trainableLayers: 'none' }, ...head);
    expect(whole.part).toMatchObject({ boundary: ['pool'], numbers: 512 });
    expect(backbone({}, ...head).part).toBeNull();
  });

  it('is not counted among what training keeps at once', () => {
    const links: readonly Named[] = [
      ['inputImage', 'photo', { shape: [224, 224, 3] }],
      ['pretrainedBackbone', 'trunk', { trainableLayers: 'none', pooling: 'avg' }],
      ['dense', 'answer', { units: 1, activation: 'sigmoid' }],
    ];
    const plan = compile(document('VGG16', links), library);
    const wasm = deviceOf('wasm', null);
    expect(tooLarge(plan, wasm, 32, 2)).toMatchObject({ code: 'tooLarge' });
    expect(tooLarge(plan, wasm, 32, 2, true)).toBeNull();
  });

  it('two layers of a residual network can lie on the boundary; everything behind is behind', () => {
    const { flat, part: found } = backbone(
      { architecture: 'resnet50', trainableLayers: 'from', trainableFrom: 'conv5_block1_1_conv' },
      ...head,
    );
    expect(found!.boundary.length).toBeGreaterThanOrEqual(1);
    const before = flat.steps.filter(({ path }) => found!.before.has(path));
    expect(before.every(({ inputs }) => inputs.every((name) => found!.before.has(name)))).toBe(true);
    const trained = flat.steps.filter(({ step, trainable }) => trainable && step.weights.length > 0);
    expect(trained.some(({ path }) => found!.before.has(path))).toBe(false);
  });
});
