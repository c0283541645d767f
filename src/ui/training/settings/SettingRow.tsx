import type { ReactNode } from 'react';
import styles from './Settings.module.css';

interface SettingRowProps {
  readonly label: string;
  /** The control takes the whole width, under the name: for long values. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A setting's name beside its control, which carries the name itself. */
export function SettingRow({ label, wide = false, children }: SettingRowProps) {
  return (
    <div className={wide ? styles.wide : styles.row}>
      <span className={styles.label}>{label}</span>
      {children}
    </div>
  );
}
