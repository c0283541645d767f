import { expect, test } from 'vitest';
import { library, templates } from '../../../templates/index';
import { emptyDocument } from '../../document/document';
import { browser } from '../testBrowser';
import { openTemplate } from './openTemplate';

const template = templates.find(({ id }) => id === 'vgg16')!;
const open = async (options: Readonly<Record<string, unknown>>, weights: 'random' | 'imagenet') => {
  const { projects, title, state } = browser().tab();
  await projects.start(() => emptyDocument('First'));
  const opened = await openTemplate({ template, options, weights }, { projects, library, language: 'ko' });
  return { opened, title: title(), projects: state().list.length };
};

test('a template opens in a project of its own, laid out and with its weights', async () => {
  const { opened, title, projects } = await open({}, 'imagenet');
  expect(opened).toMatchObject({ ok: true, value: { weights: { source: 'imagenet', architecture: 'vgg16' } } });
  expect([title, projects]).toEqual(['VGG16', 2]);
});

test.each([
  [{ classes: 10 }, { option: 'weights', value: 'imagenet' }],
  [{ classes: 'many' }, { option: 'classes', value: 'many' }],
])('with %o nothing opens, and it is said which option is wrong', async (options, data) => {
  const { opened, title, projects } = await open(options, 'imagenet');
  expect(opened).toEqual({ ok: false, error: { code: 'templateOption', data } });
  expect([title, projects]).toEqual(['First', 1]);
});
