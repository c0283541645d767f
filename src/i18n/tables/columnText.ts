import type { ColumnFacts, ColumnKind } from '../../data/tables/columns/columnFacts';
import type { Language } from '../words';

const counted = (count: number) => count.toLocaleString('en-US');
const shown = (value: number) => String(Number(value.toPrecision(4)));
const longestValue = 24;

/** What is in a column that is taken so, in a few words. */
export function columnText(
  { number, values, distinct, words }: ColumnFacts,
  kind: ColumnKind,
  language: Language,
): string {
  const korean = language === 'ko';
  if ((kind === 'number' || kind === 'weight') && number !== null) {
    const { min, max, mean, unit } = number;
    const range = `${shown(min)} … ${shown(max)}${unit === '' ? '' : ` ${unit}`}`;
    return `${range}, ${korean ? '평균' : 'mean'} ${shown(mean)}`;
  }
  if (kind === 'text') {
    const length = shown(words);
    return korean
      ? `${counted(distinct)}가지, 평균 ${length}단어`
      : `${counted(distinct)} different, ${length} words on average`;
  }
  const first = (values ?? []).slice(0, 4).map(([value]) => value);
  const named = first.map((value) => (value.length > longestValue ? `${value.slice(0, longestValue - 1)}…` : value));
  const list = named.length === 0 ? '' : `: ${named.join(', ')}${distinct > named.length ? ', …' : ''}`;
  return (korean ? `${counted(distinct)}가지` : `${counted(distinct)} different`) + list;
}
