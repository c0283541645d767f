import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ColumnFacts } from '../../data/tables/columns/columnFacts';
import type { Reading } from '../../data/tables/reading/pieces';
import { type Survey, surveyOf } from '../../data/tables/survey';
import { TableError } from '../../data/tables/tableTrouble';
import { type TableChoices, answerOf, proposedChoices } from '../../data/tables/taking/choices';
import { expectedFacts } from '../../data/tables/taking/expectedFacts';
import { notesOf } from '../../data/tables/taking/notes';
import { olderSplit, proposedSplit } from '../../data/tables/taking/split';
import { columnText } from '../../i18n/tables/columnText';
import { splitText } from '../../i18n/tables/splitWords';
import { tableNoteText } from '../../i18n/tables/tableNotes';
import { encodingNames, kindNames, markNames, separatorNames } from '../../i18n/tables/tableWords';
import { tableTroubleText } from '../../i18n/troubles/tableTrouble';
import { columns as inColumns } from '../columns';
import { CommandError } from '../commandError';
import type { Command } from './command';

const counted = (count: number) => count.toLocaleString('en-US');
/** Classes with their counts, as many as a reader takes in. */
function classLine(target: ColumnFacts): string {
  const values = target.values ?? [];
  const told = values.slice(0, 20).map(([label, count]) => `${label} ${counted(count)}`);
  return told.join(', ') + (values.length > told.length ? `, … (${counted(values.length)} in all)` : '');
}

function textOf(survey: Survey, choices: TableChoices): string {
  const { how, rows, columns } = survey;
  const target = columns[choices.target]!;
  const lies =
    how.layout.format === 'jsonLines' ? 'JSON lines' : `separated by ${separatorNames.en[how.layout.separator]}`;
  const facts: [string, string][] = [
    ['encoding', encodingNames.en[how.encoding]],
    ['format', lies],
    ['decimals', markNames.en[how.decimal]],
    ['names', how.layout.format === 'jsonLines' ? 'keys' : how.header ? 'in the first line' : 'none'],
    ['rows', counted(rows)],
    ['columns', counted(columns.length)],
    ['target', `${target.name} (${choices.answer === 'classes' ? 'classes' : 'a number'})`],
    ...(choices.answer === 'classes' ? [['classes', classLine(target)] satisfies [string, string]] : []),
    ['divided', splitText(expectedFacts(survey, choices), choices.split ?? olderSplit, 'en')],
  ];
  const listed = columns
    .slice(0, 200)
    .map((facts, place) => [
      `  ${facts.name}`,
      place === choices.target ? 'target' : kindNames.en[facts.kind],
      facts.missing === 0 ? '' : `${counted(facts.missing)} missing`,
      columnText(facts, place === choices.target && choices.answer === 'classes' ? 'category' : facts.kind, 'en'),
    ]);
  const more = columns.length > listed.length ? `  … and ${counted(columns.length - listed.length)} more\n` : '';
  const notes = notesOf(survey, choices);
  const said = (level: string) =>
    notes.filter((note) => note.level === level).map((note) => `  ${tableNoteText(note, 'en')}\n`);
  const part = (title: string, lines: readonly string[]) => (lines.length === 0 ? '' : `\n${title}\n${lines.join('')}`);
  return (
    inColumns(facts) +
    `\n${inColumns(listed)}${more}` +
    part('In the way', said('blocks')) +
    part('To be asked', said('asks')) +
    part('Good to know', said('says'))
  );
}

function jsonOf(survey: Survey, choices: TableChoices) {
  const { how, sure, rows, columns, duplicates } = survey;
  const target = columns[choices.target]!;
  return {
    encoding: how.encoding,
    encodingSure: sure.encoding,
    format: how.layout.format,
    separator: how.layout.format === 'separated' ? how.layout.separator : null,
    decimal: how.decimal,
    header: how.header,
    headerSure: sure.header,
    rows,
    duplicates: duplicates.count,
    columns: columns.map(({ name, kind, missing, distinct, number }) => ({
      name,
      kind,
      missing,
      distinct,
      ...(number !== null && kind === 'number' && { min: number.min, max: number.max, mean: number.mean }),
    })),
    target: { column: target.name, kind: choices.answer, sure: survey.target?.sure ?? false },
    classes: choices.answer === 'classes' && target.values !== null ? Object.fromEntries(target.values) : null,
    split: choices.split ?? olderSplit,
    notes: notesOf(survey, choices).map((note) => ({ ...note, text: tableNoteText(note, 'en') })),
  };
}

/** The target somebody names. Throws `CommandError` where there is no such column. */
function withTarget(survey: Survey, name: string): Survey {
  const column = survey.columns.findIndex((facts) => facts.name === name);
  if (column >= 0) return { ...survey, target: { column, sure: true } };
  const names = survey.columns.slice(0, 20).map((facts) => facts.name);
  throw new CommandError(`There is no column ${JSON.stringify(name)}. Columns: ${names.join(', ')}.`);
}

export const dataCommand: Command = {
  name: 'data',
  usage: '<file> [--target <name>] [--json]',
  about: 'says how a table is read (CSV, TSV, JSON lines), what its columns are, and what would be asked',
  flags: { target: { type: 'string' }, json: { type: 'boolean' } },
  words: 1,
  async run([path], { target, json }) {
    const reading: Reading = { progress: () => undefined, signal: new AbortController().signal };
    try {
      const found = await surveyOf(new Blob([readFileSync(path!)]), basename(path!), {}, reading);
      const survey = typeof target === 'string' ? withTarget(found, target) : found;
      const proposed = proposedChoices(survey);
      const answer = answerOf(survey.columns[proposed.target]!);
      const choices = { ...proposed, answer, split: proposedSplit(answer, survey.rows) };
      process.stdout.write(
        json === true ? `${JSON.stringify(jsonOf(survey, choices), null, 2)}\n` : textOf(survey, choices),
      );
    } catch (error) {
      if (error instanceof TableError) throw new CommandError(`${path}: ${tableTroubleText(error.trouble, 'en')}`);
      throw error;
    }
  },
};
