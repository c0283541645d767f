import { expect, test } from 'vitest';
import type { Json, KerasValue } from '../kerasGraph';
import { operationLayer } from './operationLayer';

const x = { layer: 'x', call: 0, tensor: 0 };

function done(name: string, args: readonly KerasValue[], kwargs: Readonly<Record<string, Json>> = {}) {
  const inputs = args.flatMap((each) => ('input' in each ? [x] : []));
  const call = { inputs, args, kwargs };
  const { className, config } = operationLayer(
    { name: 'op', className: name, module: 'keras.ops', config: {}, calls: [call] },
    call,
  );
  return [className, config];
}

const one: KerasValue = { input: 0 };
const two: KerasValue = { input: 1 };

test.each([
  ['add', [one, two], {}, 'Add', {}],
  ['multiply', [one, { value: 2 }], {}, 'Rescaling', { scale: 2, offset: 0 }],
  ['multiply', [one], { y: 2, name: null }, 'Rescaling', { scale: 2, offset: 0 }],
  ['truediv', [one, { value: 4 }], {}, 'Rescaling', { scale: 0.25, offset: 0 }],
  ['subtract', [one, { value: 0.5 }], {}, 'Rescaling', { scale: 1, offset: -0.5 }],
  ['subtract', [{ value: 1 }, one], {}, 'Rescaling', { scale: -1, offset: 1 }],
  ['concat', [one, two], { axis: -1 }, 'Concatenate', { axis: -1 }],
  ['mean', [one], { axis: [1, 2], keepdims: false }, 'GlobalAveragePooling2D', { keepdims: false }],
  ['reduce_max', [one], { axis: 1 }, 'GlobalMaxPooling1D', { keepdims: false }],
  ['reshape', [one, { value: [-1, 4, 2] }], {}, 'Reshape', { target_shape: [4, 2] }],
  ['transpose', [one, { value: [0, 2, 1] }], {}, 'Permute', { dims: [2, 1] }],
  ['relu', [one], {}, 'Activation', { activation: 'relu' }],
  ['relu', [one], { max_value: 6 }, 'ReLU', { max_value: 6, negative_slope: 0, threshold: 0 }],
] as const)('%s of %j %j is %s %j', (name, args, kwargs, className, config) => {
  expect(done(name, args, kwargs)).toEqual([className, config]);
});

test.each([
  ['einsum', [one, two], {}],
  ['divide', [{ value: 1 }, one], {}],
  ['divide', [one, { value: 0 }], {}],
  ['reshape', [one, { value: [4, 2] }], {}],
  ['mean', [one], { axis: 0 }],
  ['toString', [one], {}],
] as const)('%s of %j %j stays what it is', (name, args, kwargs) => {
  expect(done(name, args, kwargs)[0]).toBe(name);
});
