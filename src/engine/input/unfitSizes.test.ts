import { type Tensor, ones, setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { describe, expect, test } from 'vitest';
import { brickList } from '../../../bricks/index';
import { documentOf } from '../../../e2e/documents/documentOf';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { runnable } from '../../compile/plan';
import { EngineError } from '../protocol/engineError';
import { type BuiltModel, buildModel, disposeModel } from '../model/model';
import { refuseUnfitSizes } from './unfitSizes';

const open = {
  inputSequence: { shape: [null, 3], shortest: [1, 3] },
  inputVideo: { shape: [null, 9, 9, 1], shortest: [1, 9, 9, 1] },
} as const;

/** Every brick that takes such an input as it comes. */
const all = Object.entries(open).flatMap(([input, { shape, shortest }]) =>
  brickList.flatMap(({ type, inputs, nested }) => {
    if (inputs === 0 || nested) return [];
    const plan = compile(documentOf({ i: [input, { shape }], one: [type] }, ['i>one']), library);
    return runnable(plan) ? [{ type, input, plan, shortest }] : [];
  }),
);

/** What is refused by the layer in words; anything else that is thrown stays thrown. */
function isRefused(built: BuiltModel, sizes: readonly number[]): boolean {
  try {
    refuseUnfitSizes(built, [sizes]);
    return false;
  } catch (error) {
    if (error instanceof EngineError && error.error.code === 'dataUnfit') return error.error.data.layer === 'one';
    throw error;
  }
}

const refused: string[] = [];
describe.each(['cpu', 'wasm'])('one step on %s', (backend) => {
  test.each(all)('$type behind $input is refused or computed', async ({ type, plan, shortest }) => {
    await setBackend(backend);
    const built = buildModel(plan);
    const isShort = isRefused(built, shortest);
    if (isShort) refused.push(`${backend} ${type}`);
    const out = isShort ? ones([1]) : (built.model.predict(ones([1, ...shortest])) as Tensor);
    expect(out.shape.every((size) => size > 0)).toBe(true);
    expect(await out.data()).toHaveLength(out.size);
    disposeModel(built);
  });
});

test('what has a window is refused', () => {
  for (const backend of ['cpu', 'wasm'])
    for (const type of [
      'conv1d',
      'maxPooling1d',
      'averagePooling1d',
      'cropping1d',
      'conv3d',
      'maxPooling3d',
      'reshape',
    ])
      expect(refused).toContain(`${backend} ${type}`);
});
