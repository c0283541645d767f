import { beforeEach, describe, expect, test } from 'vitest';
import type { Language } from '../../brick/brick';
import { library, templates } from '../../../templates/index';
import { buildTemplate } from '../../document/template';
import { shareFragment } from '../../formats/shareLink';
import { startTroubleText } from '../../i18n/troubles/start';
import { type StartTrouble, startProjects } from './start';
import { createSession } from '../session';
import { browser } from '../testBrowser';

let here = browser();
beforeEach(() => {
  here = browser();
});

describe('on start', () => {
  const start = async (search: string, hash = '', language: Language = 'en') => {
    const one = here.tab();
    const trouble = await startProjects(
      one.projects,
      { search, hash },
      { first: templates[0]!, load: async () => templates, session: createSession(), library, language },
    );
    return {
      trouble,
      bricks: Object.keys(one.editor.store.getState().document.nodes).length,
      title: one.title(),
      list: one.titles(),
    };
  };

  test('an architecture with its published weights', async () => {
    const one = here.tab();
    const search = '?template=mobilenet&alpha=0.25&weights=imagenet';
    expect(
      await startProjects(
        one.projects,
        { search, hash: '' },
        { first: templates[0]!, load: async () => templates, session: createSession(), library, language: 'en' },
      ),
    ).toBeNull();
    const weights = { source: 'imagenet', architecture: 'mobilenet', includeTop: true, alpha: 0.25, file: '' };
    expect(one.editor.store.getState().document.weights).toEqual(weights);
  });

  test.each([
    ['nothing: the digits', '', '', null, 'Digits CNN'],
    ['a template', '?template=vgg16', '', null, 'VGG16'],
    [
      'a template with a width that is one of several',
      '?template=transfer&alpha=0.25',
      '',
      null,
      'Own photos: transfer learning',
    ],
    ['an unknown template', '?template=vgg99', '', { code: 'unknownTemplate' }, 'Digits CNN'],
    [
      'an option that is none',
      '?template=vgg16&classes=many',
      '',
      { code: 'templateOption', data: { option: 'classes', value: 'many' } },
      'Digits CNN',
    ],
    [
      'weights that are not published for its options',
      '?template=vgg16&weights=imagenet&classes=10',
      '',
      { code: 'templateOption', data: { option: 'weights', value: 'imagenet' } },
      'Digits CNN',
    ],
    [
      'weights that the template has not',
      '?template=lenet5&weights=imagenet',
      '',
      { code: 'templateOption', data: { option: 'weights', value: 'imagenet' } },
      'Digits CNN',
    ],
    ['a broken link', '', '#model=AAAA', { code: 'link' }, 'Digits CNN'],
  ] as const)('%s', async (_, search, hash, trouble, title) => {
    const opened = await start(search, hash);
    expect(opened.title).toBe(title);
    expect(opened.list).toEqual([title]);
    expect({ trouble: opened.trouble }).toMatchObject({ trouble });
  });

  test('a template with options, as a new project beside the old one', async () => {
    await start('');
    const opened = await start('?template=vgg16&includeTop=false&inputShape=64x64x3');
    expect([opened.bricks, new Set(opened.list)]).toEqual([19, new Set(['Digits CNN', 'VGG16'])]);
  });

  test('a template is called by its name in the language of the page', async () => {
    expect((await start('?template=transfer', '', 'ko')).title).toBe('내 사진으로 전이 학습');
  });

  test('a share link', async () => {
    const opened = await start('', shareFragment(buildTemplate(templates[3]!)));
    expect([opened.title, opened.trouble]).toEqual([templates[3]!.title, null]);
  });
});

test.each([
  { code: 'unknownTemplate', data: { id: 'vgg99', known: ['vgg16', 'mlp'] } },
  { code: 'templateOption', data: { option: 'classes', value: 'many' } },
  { code: 'link', data: { code: 'linkBroken', data: {} } },
  { code: 'linkDocument', data: { code: 'tooNew', data: { version: 9, supported: 1 } } },
] as const satisfies readonly StartTrouble[])('$code is said in both languages', (trouble) => {
  expect(startTroubleText(trouble, 'en')).toMatch(/^[A-Z].*\.$/);
  expect(startTroubleText(trouble, 'ko')).toMatch(/[가-힣].*\.$/);
});
