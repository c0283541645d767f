import { expect, test } from 'vitest';
import type { Json, KerasValue } from '../kerasGraph';
import type { Sizes } from './operation';
import { partsOf } from './partsOf';

const one: KerasValue = { input: 0 };
const two: KerasValue = { input: 1 };

function done(name: string, args: readonly KerasValue[], named: Readonly<Record<string, Json>>, shape: Sizes | null) {
  const shapes = args.flatMap((each) => ('input' in each ? [shape] : []));
  return partsOf({ name, args, named, shapes })?.parts.map(({ className, config }) => [className, config]) ?? null;
}

const row = [null, 4, 5];
const vector = [null, 6];

test.each([
  ['add', [one, two], {}, null, [['Add', {}]]],
  ['multiply', [one, { value: 2 }], {}, null, [['Rescaling', { scale: 2, offset: 0 }]]],
  ['multiply', [one], { y: 2, name: null }, null, [['Rescaling', { scale: 2, offset: 0 }]]],
  ['truediv', [one, { value: 4 }], {}, null, [['Rescaling', { scale: 0.25, offset: 0 }]]],
  ['subtract', [one, { value: 0.5 }], {}, null, [['Rescaling', { scale: 1, offset: -0.5 }]]],
  ['subtract', [{ value: 1 }, one], {}, null, [['Rescaling', { scale: -1, offset: 1 }]]],
  ['subtract', [one], { x1: 1 }, null, [['Rescaling', { scale: -1, offset: 1 }]]],
  ['concat', [one, two], { axis: -1 }, null, [['Concatenate', { axis: -1 }]]],
  ['mean', [one], { axis: [1, 2], keepdims: false }, null, [['GlobalAveragePooling2D', { keepdims: false }]]],
  ['reduce_max', [one], { axis: 1 }, null, [['GlobalMaxPooling1D', { keepdims: false }]]],
  ['reshape', [one, { value: [-1, 4, 2] }], {}, null, [['Reshape', { target_shape: [4, 2] }]]],
  ['transpose', [one, { value: [0, 2, 1] }], {}, null, [['Permute', { dims: [2, 1] }]]],
  ['relu', [one], {}, null, [['Activation', { activation: 'relu' }]]],
  ['relu', [one], { max_value: 6 }, null, [['ReLU', { max_value: 6, negative_slope: 0, threshold: 0 }]]],
  ['elu', [one], { alpha: 0.5 }, row, [['ELU', { alpha: 0.5 }]]],
  [
    'get_item',
    [one, { value: [{ class_name: '__ellipsis__', config: {} }, null] }],
    {},
    vector,
    [['Reshape', { target_shape: [6, 1] }]],
  ],
  [
    'get_item',
    [one],
    { slice_spec: [{ start: null, stop: null, step: null }, -1] },
    row,
    [
      ['Cropping1D', { cropping: [3, 0] }],
      ['Flatten', {}],
    ],
  ],
  ['swapaxes', [one], { axis1: 1, axis2: -1 }, row, [['Permute', { dims: [2, 1] }]]],
] as const)('%s of %j %j over %j is %j', (name, args, named, shape, parts) => {
  expect(done(name, args, named, shape)).toEqual(parts);
});

test.each([
  ['einsum', [one, two], { equation: 'ab,bc->ac' }, row],
  ['divide', [{ value: 1 }, one], {}, row],
  ['divide', [one, { value: 0 }], {}, row],
  ['power', [{ value: 2 }, one], {}, row],
  ['power', [one], { x1: 2 }, row],
  ['reshape', [one, { value: [4, 2] }], {}, row],
  // Five values of every twenty would be a sample of their own.
  ['reshape', [one, { value: [-1, 5] }], {}, row],
  ['mean', [one], { axis: 0 }, row],
  ['mean', [one], { axis: 1 }, vector],
  ['concatenate', [one, two], {}, row],
  ['concatenate', [one, two], { axis: 0 }, row],
  ['log_softmax', [one], { axis: 1 }, row],
  ['gelu', [one], { approximate: true }, row],
  ['get_item', [one, { value: [0] }], {}, row],
  ['split', [one], { indices_or_sections: 3, axis: 1 }, row],
  ['toString', [one, two], {}, row],
] as const)('no layers do %s of %j %j over %j', (name, args, named, shape) => {
  expect(done(name, args, named, shape)).toBeNull();
});

test('an operation with several outputs says from which layers they come', () => {
  const parts = partsOf({ name: 'split', args: [one], named: { indices_or_sections: [3], axis: 1 }, shapes: [row] });
  expect(parts?.outputs?.map((part) => parts.parts[part]?.config)).toEqual([
    { cropping: [0, 1] },
    { cropping: [3, 0] },
  ]);
});
