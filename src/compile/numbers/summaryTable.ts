import type { Shape } from '../../brick/shape';
import { numbersOf } from './numbers';
import type { Plan, Step } from '../plan';
import { type ReceptiveField, fieldText } from './receptiveField';
import { fixedBatch } from '../stateful';
import { kerasShape, layerClass } from './summary';

/** One layer with all its numbers. */
export interface TableRow {
  /** Names from the outermost model to the layer, joined by `/`. */
  readonly key: string;
  /** Key of the nested model that it is in. */
  readonly parent: string | null;
  readonly name: string;
  readonly layer: string;
  readonly shape: Shape;
  readonly parameters: number;
  readonly trainableParameters: number;
  /** For one sample. */
  readonly multiplyAdds: number | null;
  /** Bytes of its output for one sample. */
  readonly activation: number | null;
  readonly receptiveField: ReceptiveField;
  readonly inputs: readonly string[];
  readonly depth: number;
  readonly nested: boolean;
}

/** Every layer in the order of the model, those of a nested model below its row. */
export function tableRows(plan: Plan): readonly TableRow[] {
  const numbers = numbersOf(plan);
  const rows: TableRow[] = [];
  const add = (steps: readonly Step[], parent: string | null, trainable: boolean) => {
    for (const step of steps) {
      const key = parent === null ? step.name : `${parent}/${step.name}`;
      const { multiplyAdds, activation, receptiveField } = numbers.get(key)!;
      rows.push({
        key,
        parent,
        name: step.name,
        layer: layerClass(step),
        shape: step.shape,
        parameters: step.parameters,
        trainableParameters: trainable ? step.trainableParameters : 0,
        multiplyAdds,
        activation,
        receptiveField,
        inputs: step.inputs,
        depth: parent === null ? 0 : key.split('/').length - 1,
        nested: step.nested !== undefined,
      });
      if (step.nested) add(step.nested.steps, key, trainable && step.trainable);
    }
  };
  add(plan.steps, null, true);
  return rows;
}

/** One cell of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvCell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  if (value === null) return '';
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const csvHeader = [
  'layer',
  'type',
  'output_shape',
  'parameters',
  'trainable_parameters',
  'multiply_adds_per_sample',
  'activation_bytes',
  'batch_size',
  'receptive_field',
  'receptive_field_jump',
  'inputs',
];

/** The table as CSV, one line for every layer; activations in bytes for the whole batch. */
export function summaryCsv(plan: Plan, batchSize: number): string {
  const batch = fixedBatch(plan);
  const lines = tableRows(plan).map(({ receptiveField: field, ...row }) => [
    row.key,
    row.layer,
    kerasShape(row.shape, batch),
    row.parameters,
    row.trainableParameters,
    row.multiplyAdds,
    row.activation === null ? null : row.activation * batchSize,
    batchSize,
    fieldText(field),
    Array.isArray(field) ? field.map(({ jump }) => jump).join('×') : null,
    row.inputs.join(' '),
  ]);
  return [csvHeader, ...lines].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}
