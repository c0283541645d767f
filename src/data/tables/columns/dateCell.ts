/** How dates are written: year first, day first, or month first. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

const yearFirst = /^(\d{4})[-/.년]\s?(\d{1,2})[-/.월]\s?(\d{1,2})(?:[일.]?)(?:[T ]+(.+))?$/;
const yearLast = /^(\d{1,2})[-/.]\s?(\d{1,2})[-/.]\s?(\d{4})(?:[T ]+(.+))?$/;
const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AP]M)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i;

/** Day's share that has gone by; null where it is no time of a day. */
function shareOf(time: string | undefined): number | null {
  if (time === undefined) return 0;
  const [, hours = '', minutes = '', seconds = '0', half = ''] = clock.exec(time.trim()) ?? [];
  if (hours === '') return null;
  const hour = (Number(hours) % (half === '' ? 24 : 12)) + (/pm/i.test(half) ? 12 : 0);
  return (hour + Number(minutes) / 60 + Number(seconds) / 3600) / 24;
}

function daysOf(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time / 86_400_000 : null;
}

/** The days since 1970 that a cell says, with the share of the day; null where it is no date of this order. */
export function dateOf(cell: string, order: DateOrder): number | null {
  const [, first, second, third, time] = (order === 'ymd' ? yearFirst : yearLast).exec(cell) ?? [];
  if (first === undefined || second === undefined || third === undefined) return null;
  const parts = [Number(first), Number(second), Number(third)] as const;
  const [year, month, day] =
    order === 'ymd' ? parts : order === 'dmy' ? [parts[2], parts[1], parts[0]] : [parts[2], parts[0], parts[1]];
  const days = daysOf(year, month, day);
  const share = shareOf(time);
  return days === null || share === null ? null : days + share;
}

/** May it be a date? Asked first, of every cell. */
export const looksLikeDate = (cell: string): boolean =>
  cell.length >= 8 && cell.length <= 40 && cell.charCodeAt(0) >= 48 && cell.charCodeAt(0) <= 57 && /[-/.년]/.test(cell);
