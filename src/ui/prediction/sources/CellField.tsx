import type { PreparedColumn } from '../../../data/tables/taking/preparation';
import { cellValue } from '../../../data/tables/taking/preparation';
import { predictionWords } from '../../../i18n/panels/prediction';
import { rowWords } from '../../../i18n/tables/rowWords';
import { useWords } from '../../services';
import styles from './NumbersForm.module.css';

interface CellFieldProps {
  readonly column: PreparedColumn;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** A cell of a table's row: a choice among categories, or what is typed; an empty one is a value that is missing. */
export function CellField({ column, text, onText }: CellFieldProps) {
  const words = useWords(predictionWords);
  const row = useWords(rowWords);
  const { name, kind } = column;
  const label = words.column(name);
  return (
    <label className={styles.field}>
      <span title={name}>{name}</span>
      {kind === 'category' ? (
        <select aria-label={label} value={text} onChange={({ target }) => onText(target.value)}>
          <option value="">{row.noValue}</option>
          {column.categories.map((category) => (
            <option key={category}>{category}</option>
          ))}
        </select>
      ) : (
        <input
          aria-label={label}
          inputMode={kind === 'number' ? 'decimal' : undefined}
          aria-invalid={cellValue(column, text) === null}
          placeholder={row.noValue}
          value={text}
          onChange={({ target }) => onText(target.value)}
        />
      )}
    </label>
  );
}
