import { useState } from 'react';
import { type LoadPart, Part } from '../../kit/Part';
import styles from './Fold.module.css';

interface FoldProps<P extends object> {
  readonly title: string;
  readonly load: LoadPart<P>;
  readonly props: P;
}

/** A part of the results that is fetched, and worked out, once it is opened. */
export function Fold<P extends object>({ title, load, props }: FoldProps<P>) {
  const [opened, setOpened] = useState(false);
  return (
    <details className={styles.fold} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>{title}</summary>
      {opened && <Part load={load} props={props} />}
    </details>
  );
}
