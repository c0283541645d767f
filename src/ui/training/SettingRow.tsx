import type { ReactNode } from 'react';
import styles from './Settings.module.css';

/** A setting's name beside its control, which carries the name itself. */
export function SettingRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      {children}
    </div>
  );
}
