import { expect, test } from 'vitest';
import { library, templates } from '../../../templates/index';
import { entryPlan } from '../../editor/own/entryPlan';
import { entryOf } from '../../pretrained/catalogue';
import { comparisonCsv } from './comparisonCsv';
import { entryTitle } from './knownContestants';

const template = (id: string) => templates.find((each) => each.id === id)!;

test('a file of the catalogue becomes its whole architecture in the size it was trained for', () => {
  const entry = entryOf('mobilenet-0.25-192')!;
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
  expect(entryTitle(template('vgg16'), entryOf('vgg16')!)).toBe('VGG16');
});

test('a table of all answers, without formulas', () => {
  const heads = { photo: 'photo', model: 'model', rank: 'rank', class: 'class', share: 'share' };
  const row = { photo: '+1.jpg', model: 'VGG16', rank: 1, class: 'tusker', share: 0.49, milliseconds: 12.34 };
  expect(comparisonCsv([row], heads).split('\r\n')).toEqual([
    'photo,model,rank,class,share,ms',
    `"'+1.jpg",VGG16,1,tusker,0.490000,12.3`,
  ]);
});
