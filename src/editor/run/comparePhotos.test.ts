import { expect, test } from 'vitest';
import { library, templates } from '../../../templates/index';
import { compile } from '../../compile/compile';
import type { SizedPicture, WantedPicture } from '../../data/photos/picture';
import { buildTemplate } from '../../document/template';
import type { Engine } from '../../engine/client';
import { type Comparison, comparePhotos } from './comparePhotos';
import type { Choosable } from './contestants';

const model = (id: string): Choosable => ({
  id,
  title: id,
  doubt: null,
  async ready() {
    const plan = compile(buildTemplate(templates.find((template) => template.id === id)!), library);
    return { id, plan, weights: null, seed: 1, preparation: { preprocessing: 'auto', interpolation: 'bilinear' } };
  },
});
/** An engine that answers the sum of a picture's values. */
const summing: Engine = {
  request: (async ({ type, sample }: { type: string; sample?: SizedPicture }) =>
    type === 'predict'
      ? {
          outputs: [{ values: Float32Array.of(sample!.values.reduce((sum, value) => sum + value, 0)) }],
          milliseconds: 2,
        }
      : null) as Engine['request'],
  subscribe: () => () => undefined,
  dispose: () => undefined,
};
const files = ['one.png', 'no picture.txt', 'two.png'].map((name) => new File([], name));

test('every model is asked in its own size about every file that is a picture', async () => {
  const wanted: WantedPicture[] = [];
  const pictures = {
    async picture(file: Blob, want: WantedPicture) {
      if ((file as File).name.endsWith('.txt')) return null;
      wanted.push(want);
      const { width, height, channels } = want.size;
      return { ...want.size, values: new Float32Array(width * height * channels).fill(1) };
    },
  };
  let last: Comparison | null = null;
  const { signal } = new AbortController();
  const parts = {
    pictures,
    backend: 'cpu',
    told: (now: Comparison) => (last = now),
    signal,
    start: () => summing,
  } as const;
  await comparePhotos([model('digits'), model('mobilenet')], files, parts);
  expect(last).toMatchObject({ unreadable: ['no picture.txt'], photos: [{ name: 'one.png' }, { name: 'two.png' }] });
  const { contests } = last as unknown as Comparison;
  expect([...contests].map(([id, { state, answers }]) => [id, state, answers.map(([sum]) => sum)])).toEqual([
    ['digits', 'done', [28 * 28, 28 * 28]],
    ['mobilenet', 'done', [224 * 224 * 3, 224 * 224 * 3]],
  ]);
  expect(wanted.slice(2).map(({ how }) => how)).toEqual([
    { as: 'drawing', invert: true },
    { as: 'drawing', invert: true },
    { as: 'photo', interpolation: 'bilinear' },
    { as: 'photo', interpolation: 'bilinear' },
  ]);
});

test('what is cancelled before the models are asked tells nothing', async () => {
  const control = new AbortController();
  const told: Comparison[] = [];
  const pictures = {
    async picture() {
      control.abort();
      return null;
    },
  };
  const parts = {
    pictures,
    backend: 'cpu',
    told: (now: Comparison) => void told.push(now),
    start: () => summing,
  } as const;
  await comparePhotos([model('digits')], files, { ...parts, signal: control.signal });
  expect(told).toEqual([]);
});
