import { inspectorWords } from '../../i18n/inspector';
import { useWords } from '../services';
import styles from './Fields.module.css';

interface ChoiceProps {
  readonly options: readonly string[];
  readonly value: string | null;
  readonly label: string;
  readonly describedBy?: string | undefined;
  readonly onValue: (value: string) => void;
  readonly text?: (option: string) => string;
}

/** A native select; a value that is not on offer (an older or a broken file) stays visible. */
export function Choice({ options, value, label, describedBy, onValue, text = (option) => option }: ChoiceProps) {
  const words = useWords(inspectorWords);
  const strange = value !== null && !options.includes(value);
  return (
    <select
      className={styles.input}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={strange}
      value={value ?? ''}
      onChange={({ target }) => onValue(target.value)}
    >
      {value === null && <option value="">{words.mixed}</option>}
      {strange && <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option} value={option}>
          {text(option)}
        </option>
      ))}
    </select>
  );
}
