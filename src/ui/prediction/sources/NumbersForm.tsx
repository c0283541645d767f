import { useEffect, useState } from 'react';
import { type Dataset, sampleValues } from '../../../data/dataset';
import { predictionWords } from '../../../i18n/panels/prediction';
import { useLanguage, useServices, useWords } from '../../services';
import { answerText } from '../../samples/answerText';
import styles from './NumbersForm.module.css';
import { RowForm } from './RowForm';
import { StepRow } from './StepRow';
import { useSampleStep } from './useSampleStep';

const none: Edited['texts'] = {};

interface Edited {
  readonly index: number;
  readonly texts: Readonly<Record<number, string>>;
}

/** A row to step to and to change: of a table in its own words, else of numbers. */
export function NumbersForm({ data }: { readonly data: Dataset }) {
  const { preparation } = data;
  return preparation === undefined ? <PlainForm data={data} /> : <RowForm data={data} preparation={preparation} />;
}

/** A row of numbers to step to and to change; every change asks the model. */
function PlainForm({ data }: { readonly data: Dataset }) {
  const { runner } = useServices();
  const words = useWords(predictionWords);
  const language = useLanguage();
  const step = useSampleStep(data);
  const { index } = step;
  const [edited, setEdited] = useState<Edited>({ index, texts: {} });
  const texts = edited.index === index ? edited.texts : none;
  const own = sampleValues(data, index);

  useEffect(() => {
    const values = Float32Array.from(sampleValues(data, index), (value, column) => {
      const text = texts[column] ?? '';
      return text.trim() === '' || !Number.isFinite(Number(text)) ? value : Number(text);
    });
    void runner.predict({ kind: 'numbers', shape: data.shape, values });
  }, [data, index, texts, runner]);

  const answer = answerText(data, index, language);
  const changed = Object.keys(texts).length > 0;
  return (
    <div className={styles.form}>
      <StepRow step={step} kind="rightNumber" right={changed ? null : answer} />
      <div className={styles.fields}>
        {Array.from(own, (value, column) => {
          const name = data.words?.[column] ?? String(column + 1);
          return (
            <label key={column} className={styles.field}>
              <span title={name}>{name}</span>
              <input
                type="number"
                step="any"
                aria-label={words.column(name)}
                value={texts[column] ?? String(Number(value.toPrecision(4)))}
                onChange={({ target }) => setEdited({ index, texts: { ...texts, [column]: target.value } })}
              />
            </label>
          );
        })}
      </div>
    </div>
  );
}
