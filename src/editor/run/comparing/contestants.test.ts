import { expect, test } from 'vitest';
import { library, templates } from '../../../../templates/index';
import { entryOf } from '../../../pretrained/catalogue';
import { entryPlan } from '../../own/entryPlan';
import { entryTitle, knownContestants } from './contestants';

const template = (id: string) => templates.find((each) => each.id === id)!;

test('a file of the catalogue becomes its whole architecture in the size it was trained for', () => {
  const entry = entryOf(library, 'mobilenet-0.25-192')!;
  const plan = entryPlan(template('mobilenet'), entry, library);
  expect(plan.issues).toEqual([]);
  expect(plan.shapes[plan.inputs[0]!]).toEqual([192, 192, 3]);
  expect(plan.shapes[plan.outputs[0]!]).toEqual([1000]);
  expect(plan.weightsFrom).toMatchObject({
    source: 'imagenet',
    architecture: 'mobilenet',
    includeTop: true,
    alpha: 0.25,
  });
  expect(entryTitle(template('mobilenet'), entry)).toBe('MobileNet 0.25, 192×192');
  expect(entryTitle(template('vgg16'), entryOf(library, 'vgg16')!)).toBe('VGG16');
});

test('what lies on this device can be compared where it has its classes', async () => {
  const cached = ['vgg16', 'vgg16-no-top', 'mobilenet-0.25-192', 'a'.repeat(64)];
  const known = knownContestants(cached, { library, seed: 3 });
  expect(known.map(({ title }) => title)).toEqual(['VGG16', 'MobileNet 0.25, 192×192']);
  expect(await known[1]!.ready()).toMatchObject({
    id: 'mobilenet-0.25-192',
    weights: null,
    seed: 3,
    preparation: { preprocessing: 'auto', interpolation: 'nearest' },
  });
});
