import type { ColumnFacts } from '../../data/tables/columns/columnFacts';
import styles from './TableDialog.module.css';

const height = 34;
const mostBars = 24;

/** How the values of a column lie: a histogram of its numbers, or a bar for each of its most frequent words. */
export function ColumnPicture({ facts, words }: { readonly facts: ColumnFacts; readonly words: boolean }) {
  const { number, values } = facts;
  const counts =
    !words && number !== null ? number.histogram : (values ?? []).slice(0, mostBars).map(([, count]) => count);
  const largest = Math.max(1, ...counts);
  const width = Math.max(8, counts.length);
  if (counts.length === 0) return <span />;
  return (
    <svg className={styles.bars} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
      {counts.map((count, at) => {
        const tall = (count / largest) * (height - 2);
        return <rect key={at} x={at + 0.06} width={0.88} y={height - tall} height={tall} />;
      })}
    </svg>
  );
}
