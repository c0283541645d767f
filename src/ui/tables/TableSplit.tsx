import { expectedFacts } from '../../data/tables/taking/expectedFacts';
import { type TableSplit as Split, olderSplit, splitKinds } from '../../data/tables/taking/split';
import type { Survey } from '../../data/tables/survey';
import type { TableLook } from '../../editor/own/tableLook';
import { splitParts, splitWords } from '../../i18n/tables/splitWords';
import fields from '../fields/Fields.module.css';
import { useLanguage, useWords } from '../services';
import styles from './TableDialog.module.css';

interface TableSplitProps {
  readonly look: TableLook;
  readonly onChoices: (choices: TableLook['choices']) => void;
}

const validationShares = [0.1, 0.15, 0.2, 0.3];
const testShares = [0, 0.1, 0.15, 0.2, 0.3];
const percent = (share: number) => `${Math.round(share * 100)}%`;

/** Columns that say when a row was, and those that say to what it belongs. */
function dividers({ columns }: Survey, target: number, by: Split['by']): readonly number[] {
  return columns.flatMap(({ dateOrder, number, distinct }, place) => {
    if (place === target || distinct < 2) return [];
    return by === 'group' || dateOrder !== null || number !== null ? [place] : [];
  });
}

/** How the rows are divided into those to train on, to validate on, and those of the test. */
export function TableSplit({ look, onChoices }: TableSplitProps) {
  const words = useWords(splitWords);
  const language = useLanguage();
  const { survey, choices } = look;
  const split = choices.split ?? olderSplit;
  const change = (changes: Partial<Split>) => onChoices({ ...choices, split: { ...split, ...changes } });
  const columnsOf = (by: Split['by']) => (by === 'group' || by === 'time' ? dividers(survey, choices.target, by) : []);
  const columns = columnsOf(split.by);
  const kinds = splitKinds.filter(
    (by) => by === 'random' || (by === 'stratified' ? choices.answer === 'classes' : columnsOf(by).length > 0),
  );
  const shares = (label: string, value: number, offered: readonly number[], onShare: (share: number) => void) => (
    <label>
      {label}
      <select className={fields.input} value={value} onChange={({ target }) => onShare(Number(target.value))}>
        {[...new Set([...offered, value])]
          .toSorted((a, b) => a - b)
          .map((share) => (
            <option key={share} value={share}>
              {share === 0 ? words.none : percent(share)}
            </option>
          ))}
      </select>
    </label>
  );
  return (
    <section aria-label={words.division}>
      <h3>{words.division}</h3>
      <div className={styles.choices}>
        <label>
          {words.by}
          <select
            className={fields.input}
            value={split.by}
            onChange={({ target }) => {
              const by = target.value as Split['by'];
              change({ by, column: preferred(survey, columnsOf(by), by) });
            }}
          >
            {kinds.map((by) => (
              <option key={by} value={by}>
                {words[by]}
              </option>
            ))}
          </select>
        </label>
        {columns.length > 0 && (
          <label>
            {words.column}
            <select
              className={fields.input}
              value={split.column ?? columns[0]}
              onChange={({ target }) => change({ column: Number(target.value) })}
            >
              {columns.map((place) => (
                <option key={place} value={place}>
                  {survey.columns[place]!.name || place + 1}
                </option>
              ))}
            </select>
          </label>
        )}
        {shares(words.validation, split.validation, validationShares, (validation) => change({ validation }))}
        {shares(words.test, split.test, testShares, (test) => change({ test }))}
      </div>
      <p className={styles.hint}>
        {words[`${split.by}Hint`]} {splitParts(expectedFacts(survey, choices), language)}{' '}
        {split.test > 0 && words.testHint}
      </p>
    </section>
  );
}

/** Times that are dates before those that are numbers; groups of several rows each. */
function preferred({ columns, rows }: Survey, offered: readonly number[], by: Split['by']): number | null {
  const fits = (place: number) =>
    by === 'time' ? columns[place]!.dateOrder !== null : columns[place]!.distinct < rows / 2;
  return offered.find(fits) ?? offered[0] ?? null;
}
