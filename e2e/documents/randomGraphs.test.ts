import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { brickList } from '../../bricks/index';
import { compile } from '../../src/compile/compile';
import { runnable } from '../../src/compile/plan';
import { type BuiltModel, buildModel, disposeModel } from '../../src/engine/model/model';
import { library } from '../../templates/index';
import { randomGraph } from './randomGraph';

/** `RANDOM_GRAPHS=10000` draws so many. */
const count = Number(process.env['RANDOM_GRAPHS'] ?? 150);
const first = Number(process.env['RANDOM_SEED'] ?? 2017) * 1_000_000;

beforeAll(() => tf.setBackend('cpu'));

/** Where the plan and the model that the engine builds of it differ. */
function differences(seed: number): string[] {
  const plan = compile(randomGraph(seed), library);
  const errors = plan.issues.filter(({ severity }) => severity === 'error');
  if (!runnable(plan)) return [`not runnable: ${JSON.stringify(errors)}`];
  let built: BuiltModel;
  try {
    built = buildModel(plan);
  } catch (error) {
    return [`the engine cannot build it: ${String(error)}`];
  }
  const shapes = plan.steps.flatMap(({ name, type, call, inputShapes, shape }) => {
    const real = built.outputs.get(name)!.shape.slice(1);
    const said = `${type} ${JSON.stringify(call.args)} on ${JSON.stringify(inputShapes)}`;
    return JSON.stringify(real) === JSON.stringify(shape)
      ? []
      : [`${said}: plan ${JSON.stringify(shape)}, model ${JSON.stringify(real)}`];
  });
  const parameters = built.model.countParams();
  if (parameters !== plan.totals.parameters) {
    shapes.push(`parameters: plan ${plan.totals.parameters}, model ${parameters}`);
  }
  disposeModel(built);
  return shapes;
}

test(`${count} random graphs: our plan and TensorFlow.js agree on every shape and every parameter`, () => {
  const before = tf.memory().numTensors;
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (let seed = first; seed < first + count && wrong.length < 20; seed++) {
    for (const { type } of Object.values(randomGraph(seed).nodes)) seen.add(type);
    wrong.push(...differences(seed).map((text) => `${seed}: ${text}`));
  }
  expect(wrong).toEqual([]);
  const unseen = brickList.filter(({ type, nested }) => !nested && !seen.has(type));
  expect(unseen.map(({ type }) => type)).toEqual([]);
  expect(tf.memory().numTensors).toBe(before);
}, 3_600_000);
