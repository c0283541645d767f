import { expect, test } from 'vitest';
import { trainingWords } from '../../i18n/panels/training';
import { chartText } from './chartText';

const line = (part: 'train' | 'validation' | 'batches', ...values: (number | null)[]) => ({ run: 'one', part, values });

test.each([
  ['nothing yet', [], 'Loss', '손실'],
  [
    'epochs, series by series',
    [line('batches', 2, 1.5), line('train', 2, null, 0.5), line('validation', 1, 0.75)],
    'Loss: training 2.0000 → 0.5000, validation 1.0000 → 0.7500',
    '손실: 학습 2.0000 → 0.5000, 검증 1.0000 → 0.7500',
  ],
  ['one epoch', [line('train', 0.25)], 'Loss: training 0.2500', '손실: 학습 0.2500'],
])('%s', (_, lines, en, ko) => {
  expect(chartText('Loss', { lines }, trainingWords.en)).toBe(en);
  expect(chartText('손실', { lines }, trainingWords.ko)).toBe(ko);
});
