import { type Field, integer, number, toggle } from '../../../brick/fields';
import type { ScheduleSetting } from '../../../training/schedule';

/** The control of a setting that is a number or a switch. */
export function fieldOf({ initial, min, max, step, whole = false }: ScheduleSetting): Field {
  if (typeof initial === 'boolean') return toggle(initial);
  const bounds = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  return whole ? integer(Number(initial), bounds) : number(Number(initial), { ...bounds, ...(step && { step }) });
}
