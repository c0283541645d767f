import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bricks } from '../../../bricks/index';
import { library } from '../../../templates/index';
import { initialParams } from '../../brick/brick';
import { flatGraph } from '../kerasGraph/flatGraph';
import { placedLayer } from '../kerasGraph/placedLayer';
import { modelGraph } from '../kerasDialects/modelGraph';

/** Written by `e2e/importers/oracle.ts`: of every brick the first setting, as Keras 3 itself writes its model. */
const file = new URL('fixtures/bricks.jsonl', import.meta.url);
interface Fixture {
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly config: unknown;
}
const fixtures = (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []).map(
  (line) => JSON.parse(line) as Fixture,
);

test('nearly every brick has its configuration', () => {
  expect(fixtures.length).toBeGreaterThan(75);
});

test.each(fixtures.filter(({ params, type }) => !('layer' in params) && type !== 'thresholdedReLU'))(
  '$type comes back from Keras as it was',
  ({ type, params, config }) => {
    const graph = modelGraph(config);
    if (!graph.ok) throw new Error(graph.error.code);
    const flat = flatGraph(graph.value, { repeats: () => true, whole: () => false });
    if (!flat.ok) throw new Error(flat.error.code);
    const { layer, inputs } = flat.value.layers.find(({ name }) => name === 'brick')!;
    const { className, config: own } = layer;
    const placed = placedLayer(
      { name: 'brick', className, config: own, inputs: inputs.length },
      Object.values(library.bricks),
    );
    if (!placed.ok) throw new Error(placed.error.code);
    expect(placed.value.brick.type).toBe(type);
    expect(placed.value.params).toMatchObject({ ...initialParams(bricks[type]!), ...params });
  },
);
