import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { readStateDict } from '../../../src/formats/weights/torch/readStateDict';
import { compile } from '../../../src/compile/compile';
import { codeIn } from '../../../src/importers/kerasCode/text/codeIn';
import { documentOf } from '../../../src/importers/pytorchCode/convert/documentOf';
import { torchModels } from '../../../src/importers/pytorchCode/torchModels';
import { library } from '../../../templates/index';
import { onCpu } from '../../onnx/cases';
import { type Numbers, answers, difference } from '../onnx/openedAnswers';

interface Answer {
  /** A file of `torch.save(model.state_dict())`, in base64. */
  readonly weights: string;
  readonly inputs: readonly Numbers[];
  readonly output: Numbers;
  readonly parameters: number;
}
/** What PyTorch answers for the models beside this: written by `answers.py`. */
const all = JSON.parse(gunzipSync(readFileSync('e2e/fixtures/pytorch.bin')).toString()) as Readonly<
  Record<string, Answer>
>;

beforeAll(() => onCpu());

test.each(Object.entries(all))('%s: code and weights answer as in PyTorch', async (name, answer) => {
  const code = codeIn(readFileSync(`e2e/importers/pytorch/models/${name}.py`, 'utf8'));
  const text = torchModels(code, library, new Map());
  const blob = new Blob([Buffer.from(answer.weights, 'base64')]);
  const state = await readStateDict({ name: 'model.pt', blob });
  const numbers = new Map(
    await Promise.all([...state].map(async ([key, record]) => [key, await record.read()] as const)),
  );
  const made = documentOf(text.models.at(-1)!, text, library, {}, (key) => numbers.get(key) ?? null);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const { document, converted } = made.value;
  // Where the loss has it inside, the model here ends with it; PyTorch's answers are without.
  expect(made.value.report.assumed.filter(({ code: note }) => note === 'lossActivation')).toEqual([]);
  // A recurrent layer of Keras has one bias where PyTorch adds two.
  const seconds = [...state].filter(([key]) => /bias_hh/.test(key) && !code.text.includes('nn.GRU'));
  const twice = seconds.reduce((sum, [, { shape }]) => sum + shape[0]!, 0);
  expect(compile(document, library).totals.trainable).toBe(answer.parameters - twice);
  const got = answers(converted, answer.inputs, document);
  if ('wrong' in got) throw new Error(got.wrong);
  expect(difference(got[0]!, answer.output.values)).toBeLessThan(1e-5);
});

test('all models of the folder are there', () => {
  expect(Object.keys(all).length).toBeGreaterThan(35);
});
