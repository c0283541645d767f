import styles from './Inspector.module.css';

/** A label, its value, and a sentence about it. */
export type TotalRow = readonly [label: string, value: string, help?: string];

/** Labels with their values; long values are `wrapped` into lines. */
export function TotalRows({
  rows,
  wrapped = false,
}: {
  readonly rows: readonly TotalRow[];
  readonly wrapped?: boolean;
}) {
  return (
    <dl className={wrapped ? `${styles.totals} ${styles.wrapped}` : styles.totals}>
      {rows.map(([label, value, help]) => (
        <div key={label} title={help}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
