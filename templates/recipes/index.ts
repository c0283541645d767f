import type { AnyTemplate } from '../../src/document/template';
import { imageToClasses, imageToNumber, imageToYesNo } from './images';
import { numberToNumber, numbersToClasses, numbersToYesNo } from './numbers';
import { seriesToNumber } from './series';
import { textToClasses, textToYesNo } from './texts';
import { video } from './video';

/** DeepBrick's recipes 1–29 in their order, then the example for video. */
export const recipes: readonly AnyTemplate[] = [
  ...numberToNumber,
  ...numbersToYesNo,
  ...numbersToClasses,
  ...imageToNumber,
  ...imageToYesNo,
  ...imageToClasses,
  ...seriesToNumber,
  ...textToYesNo,
  ...textToClasses,
  video,
];
