import { type Field, number, toggle } from '../../../brick/fields';
import type { Setting } from '../../../training/setting';

/** The control of a setting. */
export function fieldOf({ initial, min, max, step }: Setting): Field {
  if (typeof initial === 'boolean') return toggle(initial);
  return number(initial, {
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(step && { step }),
  });
}
