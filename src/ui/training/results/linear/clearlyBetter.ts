import type { Judged } from '../judged';

/** Is one surely better than the other: in accuracy or balanced accuracy above its whole interval, or in the error of numbers below it? */
export function clearlyBetter(one: Judged, other: Judged): boolean {
  const of = (judged: Judged, measure: Judged['rows'][number]['measure']) =>
    judged.rows.find((row) => row.measure === measure);
  const above = (measure: 'accuracy' | 'balancedAccuracy') => {
    const [own, compared] = [of(one, measure), of(other, measure)];
    const least = own?.interval?.[0];
    return least !== undefined && compared?.model != null && least > compared.model;
  };
  const [own, compared] = [of(one, 'rmse'), of(other, 'rmse')];
  if (own !== undefined && compared !== undefined) {
    return compared.model !== null && own.model !== null && (own.interval?.[1] ?? own.model) < compared.model;
  }
  return above('accuracy') || above('balancedAccuracy');
}
