import { expect, test } from 'vitest';
import { library, templates } from '../../../../templates/index';
import { compile } from '../../../compile/compile';
import type { WantedPicture } from '../../../data/photos/picture';
import { buildTemplate } from '../../../document/template';
import { engineHere } from '../../../engine/testEngine';
import { type Comparison, comparePhotos } from './comparePhotos';
import type { Choosable } from './contestants';

const model = (id: string, options = {}): Choosable => ({
  id,
  title: id,
  doubt: null,
  async ready() {
    const plan = compile(
      buildTemplate(
        templates.find((template) => template.id === id)!,
        options,
      ),
      library,
    );
    return { id, plan, weights: null, seed: 1, preparation: { preprocessing: 'auto', interpolation: 'bilinear' } };
  },
});
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
  const said: Comparison[] = [];
  const { signal } = new AbortController();
  const parts = {
    pictures,
    backend: 'wasm',
    told: (now: Comparison) => void said.push(now),
    signal,
    start: engineHere,
  } as const;
  await comparePhotos([model('digits'), model('mobilenet', { alpha: 0.25, inputShape: [32, 32, 3] })], files, parts);
  const last = said.at(-1)!;
  expect(last).toMatchObject({ unreadable: ['no picture.txt'], photos: [{ name: 'one.png' }, { name: 'two.png' }] });
  expect(
    [...last.contests].map(([id, { state, answers }]) => [id, state, answers.map(({ length }) => length)]),
  ).toEqual([
    ['digits', 'done', [10, 10]],
    ['mobilenet', 'done', [1000, 1000]],
  ]);
  expect(wanted.slice(2).map(({ size }) => size)).toEqual([
    { width: 28, height: 28, channels: 1 },
    { width: 28, height: 28, channels: 1 },
    { width: 32, height: 32, channels: 3 },
    { width: 32, height: 32, channels: 3 },
  ]);
  expect(wanted.slice(2).map(({ how }) => how)).toEqual([
    { as: 'drawing', invert: null },
    { as: 'drawing', invert: null },
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
    start: engineHere,
  } as const;
  await comparePhotos([model('digits')], files, { ...parts, signal: control.signal });
  expect(told).toEqual([]);
});
