import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { onCpu } from '../../onnx/cases';
import { type Numbers, openedAnswers } from './openedAnswers';

/**
 * Models put together by `onnx.helper` (`handModels.py`), and models of Keras 2 and 3 and of PyTorch by the exporters of
 * each (`tf2onnx`, `model.export`, `torch.onnx.export`), with what the first of these answer.
 */
const models = JSON.parse(gunzipSync(readFileSync('e2e/fixtures/onnxMore.bin')).toString()) as Readonly<
  Record<string, { readonly file: string; readonly inputs: readonly Numbers[]; readonly outputs: readonly Numbers[] }>
>;

beforeAll(() => onCpu());

test.each(Object.entries(models))('%s answers the same as bricks', (_, { file, inputs, outputs }) => {
  const opened = openedAnswers(Buffer.from(file, 'base64'), inputs, outputs);
  if (!('gap' in opened)) throw new Error(JSON.stringify(opened));
  expect(opened.gap).toBeLessThan(1e-5);
});
