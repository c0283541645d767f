import { columns } from './columns';

/** What a model says of a photo: probabilities, or other numbers, by class. */
export interface Answer {
  readonly image: string;
  readonly model: string;
  /** Of the values, as the model's output has them: `[1000]`, without its top `[7, 7, 512]`. */
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

interface Ranked {
  readonly index: number;
  readonly name: string;
  readonly value: number;
}

/** The likeliest first; classes other than ImageNet's 1000 have only a number. */
function ranked({ values }: Answer, names: readonly string[], most: number): readonly Ranked[] {
  return Array.from(values, (value, index): Ranked => {
    const name = values.length === names.length ? names[index]! : `class ${index}`;
    return { index, name, value };
  })
    .toSorted((a, b) => b.value - a.value)
    .slice(0, most);
}

const percent = (value: number) => `${(value * 100).toFixed(1)} %`;

/** `1. tusker 49.0 %`, a line each. */
export function answersText(answers: readonly Answer[], names: readonly string[], most: number): string {
  return answers
    .flatMap((answer) => ranked(answer, names, most))
    .map(({ name, value }, rank) => `${rank + 1}. ${name} ${percent(value)}\n`)
    .join('');
}

/** A row for each photo and model, the ranks beside each other. */
export function answersTable(answers: readonly Answer[], names: readonly string[], most: number): string {
  const rows = answers.map((answer) => {
    const cells = ranked(answer, names, most).map(({ name, value }) => `${name} ${percent(value)}`);
    return [answer.image, answer.model, ...Array.from({ length: most }, (_, rank) => cells[rank] ?? '')];
  });
  return columns([['image', 'model', ...Array.from({ length: most }, (_, rank) => `${rank + 1}.`)], ...rows]);
}

/** A spreadsheet takes what begins so for a formula. */
const cell = (text: string) => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A line for each photo, model and rank. */
export function answersCsv(answers: readonly Answer[], names: readonly string[], most: number): string {
  const lines = answers.flatMap((answer) =>
    ranked(answer, names, most).map(({ index, name, value }, rank) =>
      [cell(answer.image), cell(answer.model), rank + 1, index, cell(name), value].join(','),
    ),
  );
  return ['image,model,rank,class,name,probability', ...lines].map((line) => `${line}\n`).join('');
}

/** All numbers of every photo and model, `[{ image, model, shape, values }]`: features too, of a model without its top. */
export const answersJson = (answers: readonly Answer[]): string =>
  `${JSON.stringify(answers.map(({ values, ...answer }) => ({ ...answer, values: [...values] })))}\n`;
