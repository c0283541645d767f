import { expect, test } from 'vitest';
import { statusWords } from './status';
import { bytesText, compactText, countText, lossText, percentText, timeText } from './numbers';

test.each([
  [0.18421, '0.1842'],
  [0, '0.0000'],
  [0.00001234, '1.23e-5'],
  [123.456, '123.5'],
  [1e7, '1.00e+7'],
  [Number.NaN, 'NaN'],
  [null, '–'],
])('a loss of %s reads %s', (value, text) => expect(lossText(value)).toBe(text));

test.each([
  [9_999, '9,999'],
  [12_345, '12.3 k'],
  [568_740_352, '569 M'],
  [15_470_264_320, '15.5 G'],
  [2e15, '2,000 T'],
  [1.5e18, '1,500,000 T'],
])('%s multiply-adds read %s', (value, text) => expect(compactText(value)).toBe(text));

test.each([
  [999, '999 B'],
  [1_500, '1.5 kB'],
  [553_430_176, '553.4 MB'],
  [1_230_000_000, '1.23 GB'],
  [4_310_000_000_000, '4.31 TB'],
  [1.2345e19, '12,345,000.00 TB'],
])('%s bytes read %s', (bytes, text) => expect(bytesText(bytes)).toBe(text));

test.each([
  [0.4, '0 s', '0초'],
  [59.6, '1 min 0 s', '1분 0초'],
  [3_725, '1 h 2 min', '1시간 2분'],
])('%s seconds read %s and %s', (seconds, en, ko) => {
  expect(timeText(seconds, statusWords.en)).toBe(en);
  expect(timeText(seconds, statusWords.ko)).toBe(ko);
});

test('counts are grouped and shares are percents', () => {
  expect(countText(138_357_544, 'en')).toBe('138,357,544');
  expect(percentText(0.9731)).toBe('97.3 %');
});
