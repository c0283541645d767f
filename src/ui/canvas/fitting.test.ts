import { expect, test } from 'vitest';
import { lowMargins } from './fitting';

const sides = { left: 40, right: 56 };
const bar = 110;

const cases = [
  // The frame, the model, whether it stands beside the bar, and least how large it is drawn.
  ['one tower at 1366×768', { width: 826, height: 390 }, { width: 370, height: 340 }, true, 0.93],
  ['VGG16 at 1366×768', { width: 826, height: 390 }, { width: 1042, height: 552 }, true, 0.55],
  ['VGG16 at 1024×768', { width: 548, height: 390 }, { width: 1042, height: 552 }, false, 0.43],
  ['one tower, enlarged to 200 %', { width: 720, height: 130 }, { width: 370, height: 340 }, true, 0.28],
] as const;

test.each(cases)('in a low canvas %s is drawn as large as the bar allows', (_, frame, model, beside, least) => {
  const { left, right, top, bottom } = lowMargins(model, frame, bar, sides);
  expect(left > bar).toBe(beside);
  const zoom = Math.min((frame.width - left - right) / model.width, (frame.height - top - bottom) / model.height);
  expect(zoom).toBeGreaterThan(least);
  // Neither over the bar nor under the tabs.
  expect(beside || bottom >= 76).toBe(true);
});
