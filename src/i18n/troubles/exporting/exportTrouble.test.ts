import { expect, test } from 'vitest';
import type { ExportTrouble } from '../../../exporters/exportRefused';
import { exportTroubleText } from './exportTrouble';

const target = 'ONNX';
const troubles: readonly (readonly [ExportTrouble, readonly string[]])[] = [
  [{ code: 'openProblems', where: null, data: { target } }, []],
  [{ code: 'weightsNeeded', where: null, data: { target } }, []],
  [{ code: 'frozenRandom', where: 'vgg', data: { target, others: 0, holds: true } }, ['vgg']],
  [{ code: 'frozenRandom', where: 'vgg', data: { target, others: 3, holds: false } }, ['vgg', '3']],
  [{ code: 'frozenLeftOut', where: 'vgg', data: { target, others: 2 } }, ['vgg', '2']],
  [{ code: 'layerRefused', where: 'memory', data: { target, layer: 'LSTM', reason: 'stateful' } }, ['memory', 'LSTM']],
  [{ code: 'layerRefused', where: 'crop', data: { target, layer: 'CenterCrop', reason: 'openSize' } }, ['crop']],
  [{ code: 'layerRefused', where: 'odd', data: { target, layer: 'Odd', reason: 'unknown' } }, ['odd', 'Odd']],
  [{ code: 'tooLarge', where: null, data: { target, bytes: 3e9, limit: 2 ** 31 } }, ['3']],
];

test.each(troubles)('a refusal names target, place and way out: $code', (trouble, named) => {
  for (const language of ['en', 'ko'] as const) {
    const text = exportTroubleText(trouble, language);
    for (const part of [target, ...named]) expect(text).toContain(part);
    expect(text).toMatch(/\.$/);
  }
});
