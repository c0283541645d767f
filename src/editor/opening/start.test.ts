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
    const troubles = await startProjects(
      one.projects,
      { search, hash },
      { first: templates[0]!, load: async () => templates, session: createSession(), library, language },
    );
    return {
      troubles,
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
    ).toEqual([]);
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
    [
      'a setting that is none',
      '?template=digits&epochs=many',
      '',
      { code: 'linkSetting', data: { setting: 'epochs', value: 'many' } },
      'Digits CNN',
    ],
    [
      'a learning rate without end',
      '?template=digits&learningRate=1e999',
      '',
      { code: 'linkSetting', data: { setting: 'learningRate', value: '1e999' } },
      'Digits CNN',
    ],
    ['a dataset that is not here', '?template=digits&data=cats', '', { code: 'linkData' }, 'Digits CNN'],
    ['a lock that is none', '?template=lenet5&lock=door', '', { code: 'linkLock', data: { value: 'door' } }, 'LeNet-5'],
    ['a broken link', '', '#model=AAAA', { code: 'link' }, 'Digits CNN'],
  ] as const)('%s', async (_, search, hash, trouble, title) => {
    const opened = await start(search, hash);
    expect(opened.title).toBe(title);
    expect(opened.list).toEqual([title]);
    expect(opened.troubles).toMatchObject(trouble === null ? [] : [trouble]);
  });

  test('a template with options, as a new project beside the old one', async () => {
    await start('');
    const opened = await start('?template=vgg16&includeTop=false&inputShape=64x64x3');
    expect([opened.bricks, new Set(opened.list)]).toEqual([19, new Set(['Digits CNN', 'VGG16'])]);
  });

  test('a template is called by its name in the language of the page', async () => {
    expect((await start('?template=transfer', '', 'ko')).title).toBe('내 사진으로 전이 학습');
  });

  test.each([
    ['?template=digits&data=digits-odd&epochs=3&batchSize=16', { dataset: 'digits-odd', epochs: 3, batchSize: 16 }],
    [
      '?template=digits&optimizer=sgd&learningRate=0.1',
      { optimizer: { name: 'sgd', settings: { learningRate: 0.1 } } },
    ],
    ['?template=digits&learningRate=0.002', { optimizer: { settings: { learningRate: 0.002, beta1: 0.9 } } }],
    ['?template=digits&shuffle=false&seed=7&validationSplit=0.2', { shuffle: false, seed: 7, validationSplit: 0.2 }],
    ['?template=digits&validationSplit=null', { validationSplit: null }],
    [
      '?template=digits&optimizer=ftrl&optimizer.beta=0.5&optimizer.weightDecay=1e-4&optimizer.clipnorm=1',
      { optimizer: { name: 'ftrl', settings: { beta: 0.5, weightDecay: 0.0001, clipnorm: 1 } } },
    ],
    [
      '?template=digits&schedule=piecewiseConstantDecay&schedule.boundaries=100,200&schedule.values=0.01,0.001',
      {
        learningRateSchedule: {
          name: 'piecewiseConstantDecay',
          settings: { boundaries: [100, 200], values: [0.01, 0.001] },
        },
      },
    ],
    [
      '?template=digits&loss=categoricalFocalCrossentropy&loss.gamma=3&metrics=accuracy,auc',
      { loss: 'categoricalFocalCrossentropy', lossSettings: { gamma: 3 }, metrics: ['accuracy', 'auc'] },
    ],
  ])('%s sets how it is trained', async (search, training) => {
    const one = here.tab();
    const options = { first: templates[0]!, load: async () => templates, session: createSession(), library };
    expect(await startProjects(one.projects, { search, hash: '' }, { ...options, language: 'en' })).toEqual([]);
    expect(one.editor.store.getState().document.training).toMatchObject(training);
  });

  test.each([
    ['?lock=model,settings', ['model', 'settings']],
    ['?template=lenet5&lock=all', ['model', 'settings', 'templates', 'code']],
    ['?template=lenet5', []],
    ['?lock=door', []],
    ['?lock=model,tempaltes,code', ['model', 'code']],
  ])('%s locks', async (search, locks) => {
    const session = createSession();
    const options = { first: templates[0]!, load: async () => templates, session, library, language: 'en' } as const;
    await startProjects(here.tab().projects, { search, hash: '' }, options);
    expect(session.store.getState().locks).toEqual(locks);
  });

  test.each([
    [
      '?template=digits&epochs=many&data=cats&optimizer=best&lock=model,door,modle',
      ['cats', 'best', 'many', 'door', 'modle'],
    ],
    ['?template=vgg99&epochs=0&lock=door', ['vgg99', '0', 'door']],
    ['?template=vgg16&classes=many&learningRate=fast', ['many', 'fast']],
    ['?template=digits&schedule=up&metrics=luck&optimizer.luck=1&loss.gamma=3', ['up', 'luck', '1', '3']],
    ['?template=digits&optimizer.beta1=7&loss=huber&loss.delta=-1', ['7', '-1']],
    ['?template=digits&schedule=cosineDecay&schedule.decaySteps=0.5', ['0.5']],
  ])('all that is wrong with %s is told', async (search, values) => {
    const { troubles } = await start(search);
    expect(
      troubles.map((trouble) =>
        'value' in trouble.data ? trouble.data.value : 'id' in trouble.data && trouble.data.id,
      ),
    ).toEqual(values);
  });

  test('a share link', async () => {
    const opened = await start('', shareFragment(buildTemplate(templates[3]!)));
    expect([opened.title, opened.troubles]).toEqual([templates[3]!.title, []]);
  });
});

test.each([
  { code: 'unknownTemplate', data: { id: 'vgg99', known: ['vgg16', 'mlp'] } },
  { code: 'templateOption', data: { option: 'classes', value: 'many' } },
  { code: 'linkSetting', data: { setting: 'epochs', value: 'many' } },
  { code: 'linkData', data: { value: 'cats', known: ['digits', 'wave'] } },
  { code: 'linkLock', data: { value: 'door', known: ['model', 'all'] } },
  { code: 'link', data: { code: 'linkBroken', data: {} } },
  { code: 'linkDocument', data: { code: 'tooNew', data: { version: 9, supported: 1 } } },
] as const satisfies readonly StartTrouble[])('$code is said in both languages', (trouble) => {
  expect(startTroubleText(trouble, 'en')).toMatch(/^[A-Z].*\.$/);
  expect(startTroubleText(trouble, 'ko')).toMatch(/[가-힣].*\.$/);
});
