/** Which mark stands before the decimals; the other one, a space or an apostrophe may stand between thousands. */
export type DecimalMark = '.' | ',';

const forms: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^[-+]?(\d{1,3}([, '\u00a0\u202f]\d{3})+(\.\d*)?|\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i,
  ',': /^[-+]?(\d{1,3}([. '\u00a0\u202f]\d{3})+(,\d*)?|\d+,?\d*|,\d+)(e[-+]?\d+)?$/i,
};
const infinite = /^([-+]?)(inf|infinity|∞)$/i;

/** Digits with at most a point among them, as nearly every cell has them. */
function isPlain(cell: string): boolean {
  let point = false;
  const begin = cell.charCodeAt(0) === 45 ? 1 : 0;
  if (cell.length === begin) return false;
  for (let at = begin; at < cell.length; at++) {
    const code = cell.charCodeAt(at);
    if (code === 46 && !point && at > begin && at + 1 < cell.length) point = true;
    else if (code < 48 || code > 57) return false;
  }
  return true;
}

/** The number that a trimmed cell says, ±∞ included; null where it is none. */
export function numberOf(cell: string, mark: DecimalMark): number | null {
  if (mark === '.' && isPlain(cell)) return Number(cell);
  if (forms[mark].test(cell)) {
    const marked =
      mark === '.' ? cell.replace(/[, '\u00a0\u202f]/g, '') : cell.replace(/[. '\u00a0\u202f]/g, '').replace(',', '.');
    return Number(marked);
  }
  const [, sign] = infinite.exec(cell) ?? [];
  return sign === undefined ? null : sign === '-' ? -Infinity : Infinity;
}

/** A number with what it is measured in: `$1,200`, `12 kg`, `3 %`. */
const measured = /^([$€£¥₩]?)\s*([-+]?[\d.,][\d.,'\u00a0\u202f ]*)\s*([\p{L}°µ%/²³]{0,8})$/u;

/** The number of a cell and its unit, empty where there is none; null where it is no number. */
export function measuredOf(cell: string, mark: DecimalMark): { readonly value: number; readonly unit: string } | null {
  const value = numberOf(cell, mark);
  if (value !== null) return { value, unit: '' };
  const [, before = '', digits = '', behind = ''] = measured.exec(cell) ?? [];
  const inside = digits === '' ? null : numberOf(digits.trim(), mark);
  return inside === null || before + behind === '' ? null : { value: inside, unit: before + behind };
}
