import { expect, test } from 'vitest';
import { compile } from '../../../compile/compile';
import { buildTemplate } from '../../../document/template';
import { library, templates } from '../../../../templates/index';
import { heatAlpha, heatColour } from './heatColours';
import { heatPlaces } from './heatPlaces';
import { hottest } from './hottest';

const places = (id: string) =>
  heatPlaces(compile(buildTemplate(templates.find((template) => template.id === id)!), library));

test('every convolution is a place, those inside a backbone by its path', () => {
  expect(places('digits')).toEqual(['conv2d', 'conv2d_1']);
  expect(places('digits-transfer')).toEqual([
    'backbone/block1_conv1',
    'backbone/block1_conv2',
    'backbone/block2_conv1',
    'backbone/block2_conv2',
    'backbone/block3_conv1',
  ]);
  expect(places('mobilenet').at(-1)).toBe('conv_pw_13');
  expect(places('mlp')).toEqual([]);
});

test('a heat map says where it is hottest', () => {
  const values = new Float32Array(12);
  values[11] = 1;
  expect(hottest({ values, width: 4, height: 3 })).toEqual({ row: 3, column: 4, down: 2, across: 2 });
  values[5] = 2;
  expect(hottest({ values, width: 4, height: 3 })).toEqual({ row: 2, column: 2, down: 1, across: 1 });
  expect(hottest({ values: new Float32Array(4), width: 2, height: 2 })).toBeNull();
});

test('colours go from black to light yellow and stay inside', () => {
  expect(heatColour(0)).toEqual([0, 0, 4]);
  expect(heatColour(1)).toEqual([252, 255, 164]);
  expect(heatColour(0.5)).toEqual([188, 55, 84]);
  expect([heatColour(-1), heatColour(2)]).toEqual([heatColour(0), heatColour(1)]);
});

test.each([
  [0, 0, 0],
  [1, 0, 0],
  [0, 0.5, 0],
  [0.4, 0.5, 0.4],
  [1, 0.5, 1],
  [0, 1, 1],
  [0.5, 0.75, 1],
  [0.5, 0.25, 0.25],
])('heat %f at strength %f covers %f of the picture', (value, strength, alpha) => {
  expect(heatAlpha(value, strength)).toBeCloseTo(alpha, 10);
});
