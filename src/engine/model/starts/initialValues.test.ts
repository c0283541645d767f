import { describe, expect, it } from 'vitest';
import { initializers } from '../../../brick/named';
import { initialValues } from './initialValues';

const shape = [3, 3, 20, 40];
const [fanIn, fanOut] = [180, 360];
const spread = (values: Float32Array) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) };
};
const make = (name: keyof typeof initializers, settings: Record<string, number> = initializers[name], seed = 5) =>
  initialValues({ role: 'initializer', name, settings }, shape, seed);

describe('initial values', () => {
  it.each([
    ['glorotUniform', Math.sqrt(2 / (fanIn + fanOut)), Math.sqrt(6 / (fanIn + fanOut))],
    ['glorotNormal', Math.sqrt(2 / (fanIn + fanOut)), (2 * Math.sqrt(2 / (fanIn + fanOut))) / 0.8796],
    ['heUniform', Math.sqrt(2 / fanIn), Math.sqrt(6 / fanIn)],
    ['heNormal', Math.sqrt(2 / fanIn), (2 * Math.sqrt(2 / fanIn)) / 0.8796],
    ['leCunUniform', Math.sqrt(1 / fanIn), Math.sqrt(3 / fanIn)],
    ['leCunNormal', Math.sqrt(1 / fanIn), (2 * Math.sqrt(1 / fanIn)) / 0.8796],
    ['varianceScaling', Math.sqrt(1 / fanIn), (2 * Math.sqrt(1 / fanIn)) / 0.8796],
    ['randomUniform', 0.1 / Math.sqrt(12), 0.05],
    ['randomNormal', 0.05, 0.3],
    ['truncatedNormal', 0.05 * 0.8796, 0.1],
  ] as const)('%s has the deviation and the bounds of Keras', (name, deviation, bound) => {
    const values = make(name);
    const found = spread(values);
    expect(Math.abs(found.mean)).toBeLessThan(deviation / 20);
    expect(found.deviation / deviation).toBeCloseTo(1, 1);
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(bound * 1.001);
  });

  it.each([
    [[], Math.sqrt(6 / 2)],
    [[24], Math.sqrt(6 / 48)],
    [[10, 30], Math.sqrt(6 / 40)],
    [[5, 4, 6], Math.sqrt(6 / 50)],
  ])('counts what goes in and out of shape %j as Keras does', (axes, bound) => {
    const largest = Math.max(
      ...Array.from({ length: 60 }, (_, seed) => {
        const values = initialValues({ role: 'initializer', name: 'glorotUniform', settings: {} }, axes, seed);
        return Math.max(...values.map(Math.abs));
      }),
    );
    expect(largest / bound).toBeGreaterThan(0.95);
    expect(largest / bound).toBeLessThanOrEqual(1);
  });

  it('gives constants, and the same numbers for the same seed only', () => {
    expect(new Set(make('zeros'))).toEqual(new Set([0]));
    expect(new Set(make('ones'))).toEqual(new Set([1]));
    expect(new Set(make('constant', { value: 2.5 }))).toEqual(new Set([2.5]));
    expect(make('heNormal')).toEqual(make('heNormal'));
    expect(make('heNormal')).not.toEqual(make('heNormal', {}, 6));
  });

  it.each([
    [[6, 4], 1],
    [[4, 12], 1],
    [[2, 3, 5], 0.5],
  ])('orthogonal %o with gain %d has orthonormal columns, or rows where these are fewer', (axes, gain) => {
    const values = initialValues({ role: 'initializer', name: 'orthogonal', settings: { gain } }, axes, 3);
    const width = axes.at(-1)!;
    const height = values.length / width;
    const tall = height >= width;
    const at = (vector: number, place: number) => values[tall ? place * width + vector : vector * width + place]!;
    for (let a = 0; a < Math.min(width, height); a++) {
      for (let b = 0; b <= a; b++) {
        let product = 0;
        for (let place = 0; place < Math.max(width, height); place++) product += at(a, place) * at(b, place);
        expect(product).toBeCloseTo(a === b ? gain ** 2 : 0, 6);
      }
    }
  });

  it('identity has its gain on the diagonal', () => {
    const identity = { role: 'initializer', name: 'identity', settings: { gain: 2 } } as const;
    expect([...initialValues(identity, [2, 3], 1)]).toEqual([2, 0, 0, 0, 2, 0]);
  });

  it('unitForgetBias puts ones into the second quarter', () => {
    const start = { role: 'initializer', name: 'unitForgetBias', settings: { of: 'constant', value: 3 } } as const;
    expect([...initialValues(start, [8], 1)]).toEqual([3, 3, 1, 1, 3, 3, 3, 3]);
  });
});
