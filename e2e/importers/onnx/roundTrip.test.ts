import { beforeAll, expect, test } from 'vitest';
import { brickList } from '../../../bricks/index';
import { compile } from '../../../src/compile/compile';
import { library, templates } from '../../../templates/index';
import { buildTemplate } from '../../../src/document/template';
import { givenFor } from '../../keras/cases/given';
import { planOf } from '../../keras/cases/plans';
import { randomGraph } from '../../documents/randomGraph';
import { type OnnxCase, computed, onCpu, onnxCases, written } from '../../onnx/cases';
import { openedAnswers } from './openedAnswers';

beforeAll(() => onCpu());

/** Above this a model is large for a test. */
const mostParameters = 100_000;

const named = (name: string, plan: OnnxCase['plan']): OnnxCase => ({
  group: 'here',
  name,
  plan,
  given: givenFor(plan, name, { inputRange: 1 }),
});
const examples = () =>
  brickList.flatMap(({ type, examples: all, inputs, nested }) =>
    inputs === 0 || nested
      ? []
      : all.map(({ params, in: shapes }) =>
          named(`${type} ${JSON.stringify(params)}`, planOf({ type, params, in: shapes })),
        ),
  );
const small = () =>
  templates
    .map((template) => named(template.id, compile(buildTemplate(template), library)))
    .filter(({ plan }) => plan.totals.parameters < mostParameters);
const random = () =>
  Array.from({ length: 12 }, (_, seed) => named(`random ${seed}`, compile(randomGraph(seed), library)));

/** `ONNX_WHOLE=1`: all that the exporter is compared on, by hand: takes minutes. */
const cases = process.env['ONNX_WHOLE'] === undefined ? [...examples(), ...small(), ...random()] : onnxCases(true, 245);

test('what we export opens again with the same answers, or is refused by the operator', async () => {
  const [refused, wrong]: [string[], string[]] = [[], []];
  let opened = 0;
  for (const one of cases) {
    const file = written(one);
    const numbers = 'refused' in file ? null : await computed(one);
    if (numbers === null || 'refused' in file || 'error' in numbers) continue;
    const answer = openedAnswers(file.bytes, numbers.inputs, numbers.outputs);
    if ('refused' in answer) refused.push(`${one.name}: ${JSON.stringify(answer.refused)}`);
    else if ('wrong' in answer || answer.gap > 1e-5) wrong.push(`${one.name}: ${JSON.stringify(answer)}`);
    else opened++;
  }
  if (process.env['ONNX_WHOLE'] !== undefined)
    console.log(`${opened} opened, ${refused.length} refused, ${wrong.length} wrong`, refused.join('\n'));
  expect(wrong).toEqual([]);
  expect(opened / (opened + refused.length)).toBeGreaterThan(0.7);
}, 3_600_000);
