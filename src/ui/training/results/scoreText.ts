import { lossText, percentText } from '../../../i18n/numbers';
import type { Judged } from './judged';

/** A score as it is read: shares of classes with three digits, MAPE as a percentage, others as losses are. */
export const scoreText = (
  value: number | null,
  measure: Judged['rows'][number]['measure'],
  classes: boolean,
): string => (measure === 'mape' ? percentText(value) : classes && value !== null ? value.toFixed(3) : lossText(value));

/** Both ends of an interval, each written by `text`. */
export const intervalText = (interval: readonly [number, number] | null, text: (value: number) => string): string =>
  interval === null ? '–' : `${text(interval[0])} – ${text(interval[1])}`;
