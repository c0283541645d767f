/** A file with what became of it. */
export interface Row {
  readonly file: string;
  readonly outcome: 'opened' | 'placeholder' | 'refused';
  /** Bricks, or why it was refused. */
  readonly said: string;
  readonly parameters: number | null;
  /** Who was asked, and how many parameters it has there; null where nobody reads it. */
  readonly truth: { readonly by: string; readonly parameters: number } | null;
  /** Largest difference of the outputs; null where there is nothing to compare. */
  readonly difference: number | null;
  readonly milliseconds: number;
}

const cell = (text: string) => text.replaceAll('|', '\\|');
const count = (value: number | null) => (value === null ? '' : value.toLocaleString('en-US'));

/** The table as Markdown. */
export function importReport(rows: readonly Row[]): string {
  const lines = rows.map(({ file, outcome, said, parameters, truth, difference }) => {
    const own = truth === null ? '' : `${count(truth.parameters)} (${truth.by})`;
    const gap = difference === null ? '' : difference.toExponential(1);
    return `| ${cell(file)} | ${outcome} | ${cell(said)} | ${count(parameters)} | ${own} | ${gap} |`;
  });
  const opened = rows.filter(({ outcome }) => outcome !== 'refused');
  const same = opened.filter(({ parameters, truth }) => truth !== null && truth.parameters === parameters).length;
  const compared = rows.flatMap(({ difference }) => (difference === null ? [] : [difference]));
  return [
    '# Saved models taken in',
    '',
    `${rows.length} files, ${opened.length} opened, ${rows.length - opened.length} refused; of ${opened.filter(({ truth }) => truth !== null).length} that Keras or TensorFlow.js reads, too, ${same} have its parameters; outputs of ${compared.length} compared, the largest difference is ${Math.max(0, ...compared).toExponential(1)}.`,
    '',
    '| file | outcome | bricks, or why not | parameters | parameters elsewhere | largest difference |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}
