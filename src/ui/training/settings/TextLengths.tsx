import { useMemo } from 'react';
import type { Dataset } from '../../../data/dataset';
import { histogramOf, lengthsOf } from '../../../data/textSamples';
import { textLengthsWords } from '../../../i18n/panels/textLengths';
import { useLanguage, useWords } from '../../services';
import styles from './TextLengths.module.css';

/** How long the texts are: mean, median and a bar for each range of lengths. */
export function TextLengths({ data }: { readonly data: Dataset }) {
  const words = useWords(textLengthsWords);
  const language = useLanguage();
  const { counts, longest, mean, median } = useMemo(() => histogramOf(lengthsOf(data)), [data]);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const most = Math.max(1, ...counts);
  const wide = longest / counts.length;
  return (
    <figure className={styles.figure}>
      <figcaption>
        <b>{words.title}</b> {words.facts(number.format(mean), number.format(median), number.format(longest))}
      </figcaption>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${counts.length} 1`}
        preserveAspectRatio="none"
        aria-label={words.chart}
      >
        {counts.map((count, bin) => (
          <rect key={bin} x={bin + 0.05} width={0.9} y={1 - count / most} height={count / most}>
            <title>{words.bar(Math.ceil(bin * wide), Math.floor((bin + 1) * wide), count)}</title>
          </rect>
        ))}
      </svg>
      <div className={styles.axis} aria-hidden="true">
        <span>0</span>
        <span>{number.format(longest)}</span>
      </div>
    </figure>
  );
}
