import type { ScheduleSetting, ScheduleValue } from '../../training/schedule';

/** Is it a value of the setting's kind, and within its bounds? Of a list, each one. */
export function fits(
  { initial, min = -Infinity, max = Infinity, whole = false, options }: ScheduleSetting,
  value: ScheduleValue,
): boolean {
  if (Array.isArray(initial) !== Array.isArray(value)) return false;
  return [value].flat().every((each) => {
    if (typeof each !== typeof [initial].flat()[0]) return false;
    if (typeof each === 'string') return options?.includes(each) === true;
    return typeof each === 'boolean' || (each >= min && each <= max && (!whole || Number.isInteger(each)));
  });
}
