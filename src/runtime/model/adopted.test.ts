import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { brickList } from '../../../bricks/index';
import { creatorFrom } from '../../../e2e/exported/trainedExport';
import { planOf } from '../../../e2e/keras/cases/plans';
import { buildModel, disposeModel } from '../../engine/model/model';
import { toTypeScript } from '../../exporters/typescript/typescript';
import { adopted } from './adopted';

const cases = brickList.flatMap((brick) =>
  brick.examples.map((example, index) => [`${brick.type} ${index}`, brick.type, example] as const),
);

/** What training knows of a weight. */
const told = ({ weights }: Pick<ReturnType<typeof adopted>, 'weights'>) =>
  weights.map(({ key, shape, trainable, frozen, initializer }) => ({ key, shape, trainable, frozen, initializer }));

describe('a model of the printed code has the weights of the page', () => {
  test.each(cases)('%s', async (_, type, { params, in: shapes }) => {
    const plan = planOf({ type, params, in: shapes });
    const built = buildModel(plan);
    const own = adopted(await creatorFrom(toTypeScript(plan)));
    const known = built.weights.map(({ key, shape, trainable, frozen, initializer }) => ({
      key,
      shape,
      trainable,
      frozen,
      initializer,
    }));
    expect(told(own)).toEqual(known);
    own.model.dispose();
    disposeModel(built);
    tf.disposeVariables();
  });
});
