import { useEffect, useMemo, useState } from 'react';
import { type Dataset, sampleValues } from '../../../data/dataset';
import { decoded, encoded, indicesOf, wordsOf } from '../../../data/textSamples';
import { predictionWords } from '../../../i18n/panels/prediction';
import { useLanguage, useServices, useWords } from '../../services';
import { answerText } from '../../samples/answerText';
import styles from './NumbersForm.module.css';
import { StepRow } from './StepRow';
import { useSampleStep } from './useSampleStep';

/** A text to step to and to change; every change asks the model. */
export function TextForm({ data }: { readonly data: Dataset }) {
  const { runner } = useServices();
  const words = useWords(predictionWords);
  const language = useLanguage();
  const step = useSampleStep(data);
  const { index } = step;
  const [edited, setEdited] = useState<{ readonly index: number; readonly text: string } | null>(null);
  const own = edited?.index === index ? edited.text : null;
  const list = useMemo(() => data.words ?? [], [data]);
  const indices = useMemo(() => indicesOf(list), [list]);
  const text = own ?? decoded(sampleValues(data, index), list).join(' ');

  useEffect(() => {
    const values =
      own === null ? Float32Array.from(sampleValues(data, index)) : encoded(wordsOf(own), indices, data.shape[0]!);
    void runner.predict({ kind: 'text', shape: data.shape, values });
  }, [data, index, own, indices, runner]);

  return (
    <div className={styles.form}>
      <StepRow step={step} kind="truth" right={own === null ? answerText(data, index, language) : null} />
      <textarea
        aria-label={words.text}
        value={text}
        onChange={({ target }) => setEdited({ index, text: target.value })}
      />
      <p className={styles.note}>{words.textHint}</p>
    </div>
  );
}
