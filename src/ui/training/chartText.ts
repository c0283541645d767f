import type { ChartData } from './chartSeries';

/** What the lines of a chart are called. */
export interface LineNames {
  readonly train: string;
  readonly validation: string;
  readonly withinEpochs: string;
}

/** A chart for those who do not see it: what it shows, then line by line its first and its last value. */
export function chartText(title: string, { lines }: Pick<ChartData, 'lines'>, names: LineNames): string {
  const told = lines.filter(({ part }) => part !== 'batches' || lines.length === 1);
  const texts = told.flatMap(({ part, values }) => {
    const known = values.filter((value) => value !== null && value !== undefined);
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined) return [];
    const name = part === 'batches' ? names.withinEpochs : names[part];
    return [known.length === 1 ? `${name} ${last.toFixed(4)}` : `${name} ${first.toFixed(4)} → ${last.toFixed(4)}`];
  });
  return [title, texts.join(', ')].filter((part) => part !== '').join(': ');
}
