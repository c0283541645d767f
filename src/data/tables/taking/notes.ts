import type { ColumnFacts } from '../columns/columnFacts';
import { looksLikeClasses } from '../columns/target';
import { mostClasses } from '../../labels';
import type { Encoding } from '../reading/encoding';
import type { Survey } from '../survey';
import { type MissingFix, type TableChoices, featuresOf } from './choices';
import { mergedLabels } from './labels';
import { fewestRows } from './limits';

/** Rows of which the first is in this line of the file. */
interface Rows {
  readonly count: number;
  readonly line: number;
}

/** What is to be known before a table is taken. `blocks`: it cannot be yet; `asks`: somebody should look; `says`: good to know. */
export type TableNote =
  | ({
      readonly code: 'ragged';
      readonly level: 'blocks' | 'says';
      readonly got: number;
      readonly expected: number;
    } & Rows)
  | ({ readonly code: 'notJson'; readonly level: 'blocks' | 'says' } & Rows)
  | ({
      readonly code: 'oddCells';
      readonly level: 'blocks' | 'says';
      readonly column: string;
      readonly value: string;
    } & Rows)
  | ({ readonly code: 'infinite'; readonly level: 'blocks' | 'says'; readonly column: string } & Rows)
  | { readonly code: 'fewRows'; readonly level: 'blocks'; readonly rows: number; readonly needed: number }
  | { readonly code: 'oneClass'; readonly level: 'blocks'; readonly column: string; readonly label: string }
  | {
      readonly code: 'manyClasses';
      readonly level: 'blocks';
      readonly column: string;
      readonly classes: number;
      readonly most: number;
    }
  | { readonly code: 'noFeatures'; readonly level: 'blocks' }
  | { readonly code: 'encoding'; readonly level: 'asks'; readonly encoding: Encoding }
  | { readonly code: 'broken'; readonly level: 'asks'; readonly encoding: Encoding; readonly line: number }
  | { readonly code: 'header'; readonly level: 'asks'; readonly header: boolean }
  | { readonly code: 'target'; readonly level: 'asks'; readonly column: string }
  | { readonly code: 'labels'; readonly level: 'asks'; readonly to: string; readonly from: readonly string[] }
  | { readonly code: 'leak'; readonly level: 'asks'; readonly column: string }
  | ({ readonly code: 'duplicates'; readonly level: 'asks' | 'says' } & Rows)
  | { readonly code: 'dateOrder'; readonly level: 'asks'; readonly column: string }
  | ({ readonly code: 'noTarget'; readonly level: 'says'; readonly column: string } & Rows)
  | ({ readonly code: 'missing'; readonly level: 'says'; readonly column: string; readonly fix: MissingFix } & Rows)
  | { readonly code: 'constant'; readonly level: 'says'; readonly column: string }
  | { readonly code: 'outliers'; readonly level: 'says'; readonly column: string; readonly share: number }
  | { readonly code: 'unit'; readonly level: 'says'; readonly column: string; readonly unit: string }
  | { readonly code: 'textLeft'; readonly level: 'says'; readonly column: string }
  | ({ readonly code: 'strayQuote' | 'quoteAcross' | 'comment' | 'preamble'; readonly level: 'says' } & Rows);

const fileNotes = ({ faults, ragged, how, sure, brokenLine }: Survey, { leaveOut }: TableChoices): TableNote[] => {
  const level = leaveOut ? 'says' : 'blocks';
  const met = (code: keyof typeof faults) => ({ count: faults[code]?.count ?? 0, line: faults[code]?.lines[0] ?? 0 });
  const expected = how.layout.format === 'separated' ? how.layout.columns : how.layout.keys.length;
  const told = (['strayQuote', 'quoteAcross', 'comment', 'preamble'] as const).flatMap((code): TableNote[] =>
    faults[code] === undefined ? [] : [{ code, level: 'says', ...met(code) }],
  );
  return [
    ...(ragged ? [{ code: 'ragged', level, ...met('ragged'), got: ragged.got, expected } as const] : []),
    ...(faults.notJson ? [{ code: 'notJson', level, ...met('notJson') } as const] : []),
    ...(brokenLine === null
      ? []
      : [{ code: 'broken', level: 'asks', encoding: how.encoding, line: brokenLine } as const]),
    ...(sure.encoding || brokenLine !== null
      ? []
      : [{ code: 'encoding', level: 'asks', encoding: how.encoding } as const]),
    ...(sure.header ? [] : [{ code: 'header', level: 'asks', header: how.header } as const]),
    ...told,
  ];
};

/** Of a column of numbers: cells that are none, and infinite ones. */
function oddNotes({ name, number }: ColumnFacts, choices: TableChoices): TableNote[] {
  if (number === null) return [];
  const level = choices.oddAsMissing ? 'says' : 'blocks';
  const { odd, oddCount, infinite, infiniteLine } = number;
  return [
    ...(odd === null || oddCount === 0
      ? []
      : [{ code: 'oddCells', level, column: name, count: oddCount, line: odd.line, value: odd.value } as const]),
    ...(infinite === 0
      ? []
      : [{ code: 'infinite', level, column: name, count: infinite, line: infiniteLine! } as const]),
  ];
}

function columnNotes(facts: ColumnFacts, place: number, choices: TableChoices, used: readonly number[]): TableNote[] {
  const { kind, missing: fix, name } = choices.columns[place]!;
  const { missing, firstMissing, number, distinct, dateUnsure } = facts;
  if (!used.includes(place)) {
    return facts.kind === 'ignore' && kind === 'ignore' && distinct <= 1
      ? [{ code: 'constant', level: 'says', column: name }]
      : [];
  }
  const numeric = kind === 'number';
  return [
    ...(numeric ? oddNotes(facts, choices) : []),
    ...(missing > 0
      ? [{ code: 'missing', level: 'says', column: name, fix, count: missing, line: firstMissing! } as const]
      : []),
    ...(kind === 'date' && dateUnsure ? [{ code: 'dateOrder', level: 'asks', column: name } as const] : []),
    ...(numeric && number !== null && number.outliers > 0 && !looksLikeClasses(facts)
      ? [{ code: 'outliers', level: 'says', column: name, share: number.outliers } as const]
      : []),
    ...(numeric && number !== null && number.unit !== ''
      ? [{ code: 'unit', level: 'says', column: name, unit: number.unit } as const]
      : []),
  ];
}

function targetNotes(survey: Survey, choices: TableChoices): TableNote[] {
  const { target, answer, columns, mergeLabels } = choices;
  const facts = survey.columns[target]!;
  const { name } = columns[target]!;
  const asked = survey.target?.column === target && !survey.target.sure;
  const notes: TableNote[] = asked ? [{ code: 'target', level: 'asks', column: name }] : [];
  if (facts.missing > 0)
    notes.push({ code: 'noTarget', level: 'says', column: name, count: facts.missing, line: facts.firstMissing! });
  if (answer === 'numbers') return [...notes, ...oddNotes(facts, choices)];
  const groups = facts.values === null ? [] : mergedLabels(facts.values);
  const merged = mergeLabels ? groups.reduce((sum, { from }) => sum + from.length, 0) : 0;
  const classes = facts.distinct - merged;
  if (classes < 2) notes.push({ code: 'oneClass', level: 'blocks', column: name, label: facts.values?.[0]?.[0] ?? '' });
  if (classes > mostClasses)
    notes.push({ code: 'manyClasses', level: 'blocks', column: name, classes, most: mostClasses });
  return [...notes, ...groups.slice(0, 5).map((group) => ({ code: 'labels', level: 'asks', ...group }) as const)];
}

/** Says the same as the target, row by row: the same cells, or a word of its own for each that comes more than once. */
function leaks(column: ColumnFacts, target: ColumnFacts): boolean {
  if (column.hash === target.hash) return true;
  const repeated = target.distinct <= (target.count - target.missing) / 2;
  return repeated && column.pattern !== null && column.pattern === target.pattern;
}

/** What is to be known of a table as it was chosen: what blocks it, what to look at, what is good to know. */
export function notesOf(survey: Survey, choices: TableChoices): readonly TableNote[] {
  const { columns, rows, duplicates } = survey;
  const features = featuresOf(choices);
  const target = columns[choices.target]!;
  const notes: TableNote[] = [
    ...fileNotes(survey, choices),
    ...targetNotes(survey, choices),
    ...(features.columns.length === 0 ? [{ code: 'noFeatures', level: 'blocks' } as const] : []),
    ...(rows - target.missing < fewestRows
      ? [{ code: 'fewRows', level: 'blocks', rows: rows - target.missing, needed: fewestRows } as const]
      : []),
    ...features.columns.flatMap((place) =>
      leaks(columns[place]!, target) ? [{ code: 'leak', level: 'asks', column: columns[place]!.name } as const] : [],
    ),
    ...(duplicates.count > 0
      ? [
          {
            code: 'duplicates',
            level: choices.dropDuplicates ? 'says' : 'asks',
            count: duplicates.count,
            line: duplicates.lines[0]!,
          } as const,
        ]
      : []),
    ...columns.flatMap((facts, place) =>
      place === choices.target ? [] : columnNotes(facts, place, choices, features.columns),
    ),
    ...features.left.map(
      (place) => ({ code: 'textLeft', level: 'says', column: choices.columns[place]!.name }) as const,
    ),
  ];
  const order = ['blocks', 'asks', 'says'];
  return notes.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
}
