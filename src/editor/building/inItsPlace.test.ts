import { expect, test } from 'vitest';
import { compile } from '../../compile/compile';
import { emptyDocument } from '../../document/document';
import { exchangeKept } from '../../document/edits/exchangeKept';
import { placeholderType } from '../../document/structure/placeholder';
import { library } from '../../../templates/index';
import { inItsPlace } from './inItsPlace';

const kept = (className: string, config: Record<string, string | number | boolean | null>) => ({
  type: placeholderType,
  params: { className, module: '', config, shape: null, weights: {} },
  trainable: true,
  at: [0, 0] as const,
});
const input = (shape: readonly number[]) => ({
  type: shape.length === 3 ? 'inputImage' : 'inputVector',
  params: { shape: [...shape] },
  trainable: true,
  at: [0, 0] as const,
});

test.each([
  [
    [8, 8, 3],
    'Conv2D',
    { filters: 5, kernel_size: 2, padding: 'odd' },
    ['conv2d', 'flatten'],
    ['lstm', 'inputImage', 'add'],
  ],
  [[9], 'Mine', { units: 7 }, ['dense', 'dropout'], ['conv2d', 'lstm']],
] as const)('what takes %j can stand in place of a %s', (shape, className, config, offered, others) => {
  const nodes = { in: input(shape), own: kept(className, config) };
  const document = { ...emptyDocument('m'), nodes, edges: [{ from: 'in', to: 'own', port: 0 }] };
  const plan = compile(document, library);
  const bricks = inItsPlace('own', document, plan, library);
  const types = bricks.map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining([...offered]));
  expect(types.filter((type) => (others as readonly string[]).includes(type))).toEqual([]);
  for (const brick of bricks) {
    const now = compile(exchangeKept('own', brick)(document), library);
    expect([brick.type, now.issues.filter(({ severity }) => severity === 'error')]).toEqual([brick.type, []]);
  }
});

test('its settings come along where the brick takes them', () => {
  const nodes = { own: kept('Conv2D', { filters: 5, kernel_size: 2, use_bias: false, padding: 'odd' }) };
  const document = exchangeKept('own', library.bricks['conv2d']!)({ ...emptyDocument('m'), nodes });
  expect(document.nodes['own']).toMatchObject({
    type: 'conv2d',
    params: { filters: 5, useBias: false, padding: 'valid' },
  });
  expect(exchangeKept('other', library.bricks['conv2d']!)(document)).toBe(document);
});
