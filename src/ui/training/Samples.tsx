import { useState } from 'react';
import { trainingWords } from '../../i18n/training';
import { useWords } from '../services';
import { Button } from '../shell/Button';
import { Digit } from './Digit';
import styles from './Samples.module.css';
import { useDigits } from './useDigits';

const shown = 48;

/** Some of the pictures that the model learns from, with their labels. */
export function Samples() {
  const words = useWords(trainingWords);
  const digits = useDigits();
  const [page, setPage] = useState(0);
  if (digits === 'loading') return <p className={styles.note}>{words.loadingSamples}</p>;
  if (digits === 'failed') return <p className={styles.note}>{words.samplesFailed}</p>;
  const training = digits.count - digits.validation;
  const first = (page * shown) % (training - shown);
  return (
    <>
      <ul className={styles.grid}>
        {Array.from({ length: shown }, (_, offset) => {
          const index = first + offset;
          const label = digits.classes[digits.labels[index] ?? 0] ?? '';
          return (
            <li key={offset}>
              <Digit data={digits} index={index} label={words.sampleLabel(label)} />
              <span aria-hidden="true">{label}</span>
            </li>
          );
        })}
      </ul>
      <Button small icon="refresh" onClick={() => setPage(page + 1)}>
        {words.moreSamples}
      </Button>
    </>
  );
}
