import type { TableChoices } from '../../data/tables/taking/choices';
import type { TableNote } from '../../data/tables/taking/notes';
import { tableDialogWords } from '../../i18n/tables/tableDialog';
import { useWords } from '../services';
import styles from './TableDialog.module.css';

type Option = 'leaveOut' | 'oddAsMissing' | 'dropDuplicates' | 'mergeLabels' | 'standardise';

/** What an option is about; it is offered where that was found. */
const offered: readonly (readonly [option: Option, codes: readonly TableNote['code'][] | null])[] = [
  ['leaveOut', ['ragged', 'notJson']],
  ['oddAsMissing', ['oddCells', 'infinite']],
  ['dropDuplicates', ['duplicates']],
  ['mergeLabels', ['labels']],
  ['standardise', null],
];

interface TableOptionsProps {
  readonly choices: TableChoices;
  readonly notes: readonly TableNote[];
  readonly onChoices: (choices: TableChoices) => void;
}

/** How what was found is dealt with, and how numbers are prepared. */
export function TableOptions({ choices, notes, onChoices }: TableOptionsProps) {
  const words = useWords(tableDialogWords);
  const found = new Set(notes.map(({ code }) => code));
  const numeric = choices.columns.some(
    ({ kind }, place) => place !== choices.target && (kind === 'number' || kind === 'date'),
  );
  const options = offered.filter(([, codes]) => (codes === null ? numeric : codes.some((code) => found.has(code))));
  if (options.length === 0) return null;
  return (
    <section aria-label={words.options}>
      <h3>{words.options}</h3>
      <div className={styles.checks}>
        {options.map(([option]) => (
          <label key={option}>
            <input
              type="checkbox"
              checked={choices[option]}
              onChange={({ target }) => onChoices({ ...choices, [option]: target.checked })}
            />
            {words[option]}
          </label>
        ))}
      </div>
      <p className={styles.hint}>{words.prepared}</p>
    </section>
  );
}
