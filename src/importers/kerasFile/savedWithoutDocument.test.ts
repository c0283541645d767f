import { expect, test } from 'vitest';
import { brickList } from '../../../bricks/index';
import type { Setting } from '../../../e2e/keras/grid/combinations';
import { everyValue } from '../../../e2e/keras/grid/everyValue';
import { planOf } from '../../../e2e/keras/cases/plans';
import type { NamedArgument } from '../../brick/namedArgument';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import type { Step } from '../../compile/plan';
import { tfjsCall } from '../../compile/tfjsCall';
import { tfjsArchitecture } from '../../formats/saved/tfjsModel';
import { importTroubleText } from '../../i18n/troubles/importTrouble';
import { readTfjs } from './readTfjs';

const isRegularizer = (value: unknown): value is NamedArgument =>
  typeof value === 'object' && value !== null && 'role' in value && value.role === 'regularizer';

/** What computes the layer, as text: one regularizer has several names, one class several layers. */
function computed(step: Step): string {
  const { own, className, args } = tfjsCall(step);
  const { activityRegularizer: penalty = null } = step.call.args;
  return JSON.stringify({ class: own ?? className, args, penalty }, (_, value: unknown) =>
    isRegularizer(value) ? { l1: 0, l2: 0, ...value.settings } : value,
  );
}

/** What is another when a `model.json` of ours, that lost the document in it, is opened again. */
async function difference(setting: Setting): Promise<string | null> {
  const plan = planOf(setting);
  const text = tfjsArchitecture(plan, [], null);
  // Pictures of open sizes are asked for.
  const sized = setting.in.map((shape, port) => [`input_${port}`, shape.map((axis) => axis ?? 4)] as const);
  const shapes = setting.in.some((shape) => shape.length > 2) ? Object.fromEntries(sized) : {};
  const read = await readTfjs({ name: 'model.json', blob: new Blob([text]) }, library, { shapes });
  if (!read.ok) return importTroubleText(read.error, 'en');
  const { steps, issues } = compile(read.value.document, library);
  const back = steps.find(({ name }) => name === 'brick');
  if (!back) return JSON.stringify(issues);
  const [wanted, got] = [computed(plan.steps.at(-1)!), computed(back)];
  return wanted === got ? null : `${got} instead of ${wanted}`;
}

const examples = brickList.flatMap(({ type, examples: all }) =>
  all.map(({ params, in: shapes }): Setting => ({ type, params, in: shapes })),
);

// All of them take half a minute beside other tests; those of a name that means two things are among these.
const some = everyValue.filter(
  ({ params }, at) => at % 4 === 0 || Object.values(params).some((value) => /hardSigmoid/i.test(String(value))),
);

test('a model.json of ours without its document has every brick with every setting', async () => {
  const found: string[] = [];
  for (const setting of [...examples, ...some]) {
    const text = await difference(setting);
    if (text !== null) found.push(`${setting.type} ${JSON.stringify(setting.params)}: ${text}`);
  }
  expect(found).toEqual([]);
});
