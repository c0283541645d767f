import type { ReactNode } from 'react';
import styles from './Gallery.module.css';

interface FormRowProps {
  readonly label: string;
  readonly note?: string | undefined;
  readonly children: ReactNode;
}

/** A field of a form with its name before it, and what is good to know about it below the name. */
export function FormRow({ label, note, children }: FormRowProps) {
  return (
    <div className={styles.option}>
      <span>
        {label}
        {note !== undefined && <small>{note}</small>}
      </span>
      {children}
    </div>
  );
}
