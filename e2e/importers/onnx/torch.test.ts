import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { onCpu } from '../../onnx/cases';
import { type Numbers, openedAnswers } from './openedAnswers';

interface Model {
  readonly file: string;
  readonly inputs: readonly Numbers[];
  readonly outputs: readonly Numbers[];
}
/** Models of PyTorch with what it answers: written by `torchModels.py`. */
const models = JSON.parse(gunzipSync(readFileSync('e2e/fixtures/onnx.bin')).toString()) as Readonly<
  Record<string, Model>
>;

beforeAll(() => onCpu());

/** The newer exporter writes out each step of a simple recurrent layer, which no brick does. */
const unrolled = 'rnn, torch.export';
const open = ({ file, inputs, outputs }: Model) => openedAnswers(Buffer.from(file, 'base64'), inputs, outputs);

test.each(Object.entries(models).filter(([name]) => name !== unrolled))(
  '%s: opens and answers as in PyTorch',
  (_, model) => {
    expect(open(model)).toEqual({ gap: expect.closeTo(0, 4) });
  },
);

test('what no brick does is refused by its operator', () => {
  const opened = open(models[unrolled]!);
  expect(opened).toMatchObject({ refused: { code: 'argument', data: { argument: 'axis', value: '0' } } });
});

test('nearly all are there', () => {
  expect(Object.keys(models).length).toBeGreaterThan(30);
});
