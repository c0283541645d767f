import { describe, expect, it } from 'vitest';
import { type Link, chain } from '../../../e2e/fixtures/stripes';
import { randomNumbers } from '../../data/random';
import type { Picture } from '../protocol/samples';
import { transferSession } from '../testTransfer';

const side = 5;
const input: Link = ['inputImage', { shape: [side, side, 1] }];
const random = randomNumbers(3);
const picture: Picture = {
  width: side,
  height: side,
  channels: 1,
  values: Float32Array.from({ length: side * side }, () => Math.floor(random() * 256)),
};

type Values = Readonly<Record<string, { readonly values: Float32Array }>>;

/** conv 3×3 valid relu with 2 filters → mean over space → dense: map and outputs before the activation, by hand. */
function byHand(weights: Values, units: number) {
  const kernel = weights['1-conv2d/kernel']!.values;
  const bias = weights['1-conv2d/bias']!.values;
  const map = Array.from({ length: 9 }, (_, place) =>
    [0, 1].map((filter) => {
      let sum = bias[filter]!;
      for (let cell = 0; cell < 9; cell++) {
        const [y, x] = [Math.floor(place / 3) + Math.floor(cell / 3), (place % 3) + (cell % 3)];
        sum += (picture.values[y * side + x]! / 255) * kernel[cell * 2 + filter]!;
      }
      return Math.max(0, sum);
    }),
  );
  const dense = weights['3-dense/kernel']!.values;
  const mean = [0, 1].map((filter) => map.reduce((sum, cell) => sum + cell[filter]!, 0) / 9);
  const said = Array.from(
    { length: units },
    (_, unit) => weights['3-dense/bias']!.values[unit]! + mean[0]! * dense[unit]! + mean[1]! * dense[units + unit]!,
  );
  return { map, dense, said };
}

/** relu of the map weighted by the mean gradients, divided by its largest. */
function heat(map: readonly (readonly number[])[], gradients: readonly number[]): number[] {
  const cam = map.map((cell) => Math.max(0, cell[0]! * gradients[0]! + cell[1]! * gradients[1]!));
  return cam.map((value) => value / Math.max(...cam, 1e-12));
}

async function model(units: number, activation: string) {
  const { engine, load } = await transferSession();
  const conv: Link = ['conv2d', { filters: 2, kernelSize: [3, 3], activation: 'relu' }];
  await load(chain(input, conv, ['globalAveragePooling2d'], ['dense', { units, activation }]), 5);
  const values = byHand(await engine.handle({ type: 'weights' }), units);
  const cam = (path: string, classIndex: number | null) =>
    engine.handle({ type: 'gradCam', sample: picture, path, classIndex });
  return { engine, cam, ...values };
}

describe('Grad-CAM', () => {
  it.each([0, 1, 2, null])('class %s of a softmax is what the formula says', async (wanted) => {
    const { cam, map, dense, said } = await model(3, 'softmax');
    const sum = said.reduce((all, value) => all + Math.exp(value), 0);
    const p = said.map((value) => Math.exp(value) / sum);
    const index = wanted ?? p.indexOf(Math.max(...p));
    // d p_c / d z_k = p_c ([c = k] − p_k); d z_k / d map = dense / 9 at every place.
    const gradients = [0, 1].map(
      (filter) =>
        p.reduce((all, pk, k) => all + p[index]! * (Number(k === index) - pk) * dense[filter * 3 + k]!, 0) / 9,
    );
    const found = await cam('1-conv2d', wanted);
    expect(found).toMatchObject({ height: 3, width: 3, classIndex: index });
    expect(found.score).toBeCloseTo(p[index]!, 5);
    heat(map, gradients).forEach((value, place) => expect(found.values[place]).toBeCloseTo(value, 4));
  });

  it.each([0, 1])('of a single probability class %s has the gradient’s sign', async (index) => {
    const { cam, map, dense, said } = await model(1, 'sigmoid');
    const p = 1 / (1 + Math.exp(-said[0]!));
    const sign = index === 1 ? 1 : -1;
    const found = await cam('1-conv2d', index);
    expect(found.score).toBeCloseTo(index === 1 ? p : 1 - p, 5);
    heat(
      map,
      [0, 1].map((filter) => (sign * p * (1 - p) * dense[filter]!) / 9),
    ).forEach((value, place) => expect(found.values[place]).toBeCloseTo(value, 4));
  });

  it('refuses a layer without places, and one that does not exist', async () => {
    const { cam } = await model(2, 'softmax');
    for (const path of ['2-globalAveragePooling2d', '3-dense', 'nowhere']) {
      await expect(cam(path, 0)).rejects.toMatchObject({ error: { code: 'notSpatial', data: { layer: path } } });
    }
  });

  it('leaves no tensors', async () => {
    const { cam, engine } = await model(2, 'softmax');
    await cam('1-conv2d', 0);
    const before = await engine.handle({ type: 'memory' });
    await cam('1-conv2d', null);
    expect(await engine.handle({ type: 'memory' })).toEqual(before);
  });
});
