import type { ColumnFacts, ColumnKind } from '../columns/columnFacts';
import type { DateOrder } from '../columns/dateCell';
import type { HowRead, Survey } from '../survey';
import { type TableSplit, proposedSplit } from './split';

/** What becomes of cells that stand for nothing: the row goes, or a value of the column stands for it. */
export type MissingFix = 'drop' | 'mean' | 'median' | 'mostFrequent' | 'own';

export interface ColumnChoice {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly missing: MissingFix;
  readonly order: DateOrder;
}

/** What a table is taken for: found, and changed by whoever brings it. */
export interface TableChoices {
  readonly how: HowRead;
  /** In the order of the file. */
  readonly columns: readonly ColumnChoice[];
  readonly target: number;
  readonly answer: 'classes' | 'numbers';
  /** Labels that differ in case or spaces alone are one class. */
  readonly mergeLabels: boolean;
  /** Rows with another number of cells are left out; else they are refused. */
  readonly leaveOut: boolean;
  /** Cells that are no number, or an infinite one, in a column of numbers are taken as missing; else they are refused. */
  readonly oddAsMissing: boolean;
  readonly dropDuplicates: boolean;
  /** Numbers get mean 0 and deviation 1. */
  readonly standardise: boolean;
  /** How the rows are divided; missing in what older versions have kept. */
  readonly split?: TableSplit;
}

/** Whole numbers without a gap from 0 or 1 on, and −1 with 1, are class numbers; other numbers are numbers; all else is words. */
export function answerOf({ kind, values, number }: ColumnFacts): TableChoices['answer'] {
  if (kind !== 'number' || number === null || number.odd !== null) return 'classes';
  if (values === null || !number.whole) return 'numbers';
  const distinct = [...new Set(values.map(([value]) => Number(value)))].toSorted((a, b) => a - b);
  if (distinct.length === 2 && distinct[0] === -1 && distinct[1] === 1) return 'classes';
  const first = distinct[0] ?? 0;
  const counted = distinct.every((value, index) => value === first + index) && (first === 0 || first === 1);
  return counted && distinct.length >= 2 && distinct.length <= 100 ? 'classes' : 'numbers';
}

export const fixesFor = (kind: ColumnKind): readonly MissingFix[] =>
  kind === 'number' || kind === 'date'
    ? ['median', 'mean', 'mostFrequent', 'drop']
    : kind === 'category'
      ? ['own', 'mostFrequent', 'drop']
      : ['drop'];

/** How a column is taken; another kind has other ways with what is missing. */
export const columnChoice = ({ name, dateOrder }: ColumnFacts, kind: ColumnKind): ColumnChoice => ({
  name,
  kind,
  missing: fixesFor(kind)[0]!,
  order: dateOrder ?? 'ymd',
});

/** What a survey proposes. */
export function proposedChoices(survey: Survey): TableChoices {
  const { columns, how, target, rows } = survey;
  const column = target?.column ?? columns.length - 1;
  const answer = columns[column] === undefined ? 'classes' : answerOf(columns[column]);
  return {
    how,
    columns: columns.map((facts) => columnChoice(facts, facts.kind)),
    target: column,
    answer,
    mergeLabels: true,
    leaveOut: false,
    oddAsMissing: false,
    dropDuplicates: false,
    standardise: true,
    split: proposedSplit(answer, rows),
  };
}

/** Columns that a model learns from: texts alone, where there is nothing else. */
export function featuresOf({ columns, target }: Pick<TableChoices, 'columns' | 'target'>) {
  const usable = columns.flatMap(({ kind }, column) => (column === target ? [] : [{ kind, column }]));
  const table = usable.filter(({ kind }) => kind === 'number' || kind === 'category' || kind === 'date');
  const texts = usable.filter(({ kind }) => kind === 'text');
  return table.length > 0
    ? { kind: 'table' as const, columns: table.map(({ column }) => column), left: texts.map(({ column }) => column) }
    : {
        kind: 'text' as const,
        columns: texts.slice(0, 1).map(({ column }) => column),
        left: texts.slice(1).map(({ column }) => column),
      };
}
