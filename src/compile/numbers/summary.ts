import type { Shape } from '../../brick/shape';
import { activationsOf, multiplyAddsOf, numbersOf } from './numbers';
import { sumOf } from './multiplyAdds';
import type { Plan, Step } from '../plan';
import { commentText } from '../commentText';
import { fieldText } from './receptiveField';
import { fixedBatch } from '../stateful';

/** One line of the table: a layer, or with `depth` 1 a layer inside a nested model. */
export interface SummaryRow {
  readonly name: string;
  /** Keras's class: `Conv2D`, `InputLayer`, `Functional` for a nested model. */
  readonly layer: string;
  readonly shape: Shape;
  readonly parameters: number;
  readonly trainable: boolean;
  readonly inputs: readonly string[];
  readonly depth: number;
}

export interface SummaryOptions {
  /** Nested models show their layers below their row. */
  readonly expandNested?: boolean;
  /** Columns for multiply-adds, activations at this batch size and receptive field. */
  readonly numbersFor?: number;
}

/** Layers that are not others called again. */
const ownLayers = (steps: readonly Step[]) => steps.filter(({ sharesWith }) => sharesWith === undefined);

/** All calls of each layer, by its name. */
function usesIn(steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> {
  const uses = new Map<string, Step[]>();
  for (const step of steps) {
    const layer = step.sharesWith ?? step.name;
    uses.set(layer, [...(uses.get(layer) ?? []), step]);
  }
  return uses;
}

/** The rows of `model.summary()`, in the order of the model; a layer that is called several times is one, with all that comes in. */
export function summaryRows(plan: Plan, { expandNested = false }: SummaryOptions = {}, depth = 0): SummaryRow[] {
  const layerOf = new Map(plan.steps.map(({ name, sharesWith = name }) => [name, sharesWith]));
  const uses = usesIn(plan.steps);
  return ownLayers(plan.steps).flatMap((step) => {
    const { name, shape, parameters, trainable, nested } = step;
    const inputs = uses.get(name)!.flatMap((use) => use.inputs.map((input) => layerOf.get(input) ?? input));
    const row = { name, layer: layerClass(step), shape, parameters, trainable, inputs, depth };
    return nested && expandNested ? [row, ...summaryRows(nested, { expandNested }, depth + 1)] : [row];
  });
}

/** Keras's class as the summary says it. */
export function layerClass({ inputs, nested, call }: Step): string {
  if (nested) return 'Functional';
  return inputs.length === 0 ? 'InputLayer' : call.keras;
}

/** `(None, 7, 7, 512)`: with the batch axis, as Keras writes it; a fixed batch size stands in its place. */
export function kerasShape(shape: Shape, batch: number | null = null): string {
  const first = batch ?? 'None';
  return shape.length === 0 ? `(${first},)` : `(${first}, ${shape.map((size) => size ?? 'None').join(', ')})`;
}

/** Characters a terminal draws two columns wide. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

function columnsOf(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}

const thousands = (count: number) => count.toLocaleString('en-US');

/** `137.28 MB` for that many float32 values, in steps of 1,024 as Keras counts. */
function memory(values: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const bytes = values * 4;
  const step = bytes === 0 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)));
  return `${(bytes / 1024 ** step).toFixed(2)} ${units[step]}`;
}

/** What the columns of numbers say; `?` where an unknown axis leaves it open. */
function numberColumns(plan: Plan, { expandNested = false }: SummaryOptions, batchSize: number) {
  const numbers = numbersOf(plan);
  const open = <T>(value: T | null, text: (value: T) => string) => (value === null ? '?' : text(value));
  const rowsOf = (steps: readonly Step[], prefix: string): string[][] => {
    const uses = usesIn(steps);
    return ownLayers(steps).flatMap((step) => {
      const { receptiveField } = numbers.get(prefix + step.name)!;
      const calls = uses.get(step.name)!.map(({ name }) => numbers.get(prefix + name)!);
      const row = [
        open(sumOf(calls.map(({ multiplyAdds }) => multiplyAdds)), String),
        open(sumOf(calls.map(({ activation }) => activation)), (bytes) => memory((bytes / 4) * batchSize)),
        fieldText(receptiveField),
      ];
      return step.nested && expandNested ? [row, ...rowsOf(step.nested.steps, `${prefix}${step.name}/`)] : [row];
    });
  };
  const activations = activationsOf(plan.steps);
  return {
    header: ['Multiply-adds', 'Activations', 'Receptive field'],
    rows: rowsOf(plan.steps, ''),
    totals: [
      `Total multiply-adds: ${open(multiplyAddsOf(plan.steps), thousands)} for one sample (FLOPs: twice as many)`,
      `Activations for a batch of ${batchSize}: ${open(activations, (bytes) => memory((bytes / 4) * batchSize))}`,
    ],
  };
}

/** The table that Keras's `model.summary()` prints; a column `Connected to` when the model is not one chain. */
export function summaryText(plan: Plan, options: SummaryOptions = {}): string {
  const rows = summaryRows(plan, options);
  const branched =
    plan.inputs.length > 1 ||
    plan.outputs.length > 1 ||
    plan.steps.some(
      ({ inputs }, index) => inputs.length > 1 || (index > 0 && inputs[0] !== plan.steps[index - 1]!.name),
    );
  const { numbersFor } = options;
  const extra = numbersFor === undefined ? null : numberColumns(plan, options, numbersFor);
  const header = [
    'Layer (type)',
    'Output Shape',
    'Param #',
    ...(extra?.header ?? []),
    ...(branched ? ['Connected to'] : []),
  ];
  const batch = fixedBatch(plan);
  const body = rows.map((row, index) => [
    `${'  '.repeat(row.depth)}${commentText(row.name)} (${row.layer})`,
    kerasShape(row.shape, batch),
    String(row.parameters),
    ...(extra?.rows[index] ?? []),
    ...(branched ? [row.inputs.map(commentText).join(', ')] : []),
  ]);
  const widths = header.map(
    (_, column) => Math.max(...[header, ...body].map((cells) => columnsOf(cells[column]!))) + 2,
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => padded(cell, widths[column]!))
      .join('')
      .trimEnd();
  const width = widths.reduce((sum, columns) => sum + columns, 0);
  const { parameters, trainable, nonTrainable } = plan.totals;
  const total = (label: string, count: number) => `${label}: ${thousands(count)} (${memory(count)})`;
  return [
    `Model: "${commentText(plan.title)}"`,
    '_'.repeat(width),
    line(header),
    '='.repeat(width),
    ...body.map(line),
    '='.repeat(width),
    total('Total params', parameters),
    total('Trainable params', trainable),
    total('Non-trainable params', nonTrainable),
    ...(extra?.totals ?? []),
    '_'.repeat(width),
    '',
  ].join('\n');
}
