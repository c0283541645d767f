import styles from './UnitBars.module.css';
import { barsOf } from './barsOf';

interface UnitBarsProps {
  readonly values: ArrayLike<number>;
  /** Word of a unit. */
  readonly name: (unit: number) => string;
}

/** The values of a short vector as bars, each with its unit's name and its number; what is less than 0 goes to the left. */
export function UnitBars({ values, name }: UnitBarsProps) {
  return (
    <ol className={styles.bars}>
      {barsOf(values).map(({ value, from, length }, unit) => (
        <li key={unit}>
          <span className={styles.name}>{name(unit)}</span>
          <span className={styles.track}>
            <span
              className={styles.bar}
              data-negative={value < 0}
              style={{ left: `${from * 100}%`, width: `${length * 100}%` }}
            />
          </span>
          <span>{Number.isFinite(value) ? Number(value.toPrecision(3)) : String(value)}</span>
        </li>
      ))}
    </ol>
  );
}
