import { brickList } from '../../../bricks/index';
import { initialParams } from '../../../src/brick/brick';
import { fits } from '../cases/plans';
import type { Setting } from './combinations';
import { structuresOf } from './structures';
import { wrappedOf } from './wrapped';

const masking = { type: 'masking', params: {} };
const embedding = { type: 'embedding', params: { inputDim: 7, outputDim: 3, maskZero: true } };

/** Bricks whose numbers depend on a mask, of those kinds in which the engine goes by it. */
const readers = brickList.filter(
  ({ category, wraps, traits, params, examples }) =>
    (wraps?.copies.length ?? 0) > 1 ||
    (['recurrent', 'pooling'].includes(category) && traits?.(initialParams({ params }), examples[0].in).readsMask),
);

/** What comes out of these depends on whether the brick below hands the mask on. */
const chains: readonly Setting[] = [
  ['lstm', [embedding, { type: 'lstm', params: { units: 3, returnSequences: true } }], [6]] as const,
  [
    'gru',
    [masking, { type: 'timeDistributed', params: { layer: { type: 'dense', params: { units: 3 } } } }],
    [5, 4],
  ] as const,
  [
    'simpleRnn',
    [masking, { type: 'gru', params: { units: 3 } }, { type: 'repeatVector', params: { n: 5 } }],
    [5, 3],
  ] as const,
].flatMap(([type, below, shape]) =>
  [false, true].map((returnSequences) => ({
    type,
    params: { units: 4, returnSequences },
    in: [shape],
    below,
    zeroSteps: 2,
  })),
);

/** Settings with steps that are masked. */
export const masked: readonly Setting[] = [
  ...readers
    .flatMap((brick) => [...structuresOf(brick), ...wrappedOf(brick)])
    .filter(({ in: [shape] }) => shape?.length === 2)
    .map((setting): Setting => ({ ...setting, below: [masking], zeroSteps: 2 })),
  ...chains,
].filter(fits);
