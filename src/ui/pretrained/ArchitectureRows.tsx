import { useState } from 'react';
import { pretrainedWords } from '../../i18n/panels/pretrained';
import type { WeightsEntry } from '../../document/architecture';
import { useWords } from '../services';
import { EntryRow } from './EntryRow';
import rows from '../kit/Rows.module.css';
import styles from './Pretrained.module.css';

interface ArchitectureRowsProps {
  readonly title: string;
  readonly entries: readonly WeightsEntry[];
}

const distinct = (numbers: readonly number[]) => [...new Set(numbers)].toSorted((a, b) => b - a);

/** An architecture's files with and without the top; of several widths and sizes those that are chosen. */
export function ArchitectureRows({ title, entries }: ArchitectureRowsProps) {
  const words = useWords(pretrainedWords);
  const [alpha, setAlpha] = useState(1);
  const [wanted, setSize] = useState(224);
  const alphas = distinct(entries.map((entry) => entry.alpha));
  const wide = entries.filter((entry) => entry.alpha === alpha);
  const sizes = distinct(wide.map(({ size }) => size));
  const size = sizes.includes(wanted) ? wanted : sizes[0]!;
  return (
    <section className={styles.group} aria-label={title}>
      <header className={styles.head}>
        <h3>{title}</h3>
        {alphas.length > 1 && (
          <label>
            {words.width}
            <select value={alpha} onChange={({ target }) => setAlpha(Number(target.value))}>
              {alphas.map((value) => (
                <option key={value}>{value}</option>
              ))}
            </select>
          </label>
        )}
        {alphas.length > 1 && (
          <label>
            {words.pictureSize}
            <select value={size} onChange={({ target }) => setSize(Number(target.value))}>
              {sizes.map((value) => (
                <option key={value}>{value}</option>
              ))}
            </select>
          </label>
        )}
      </header>
      <ul className={rows.rows}>
        {wide
          .filter((entry) => entry.size === size)
          .map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
      </ul>
    </section>
  );
}
