import { useEffect, useMemo, useState } from 'react';
import { type Dataset, sampleValues } from '../../../data/dataset';
import { type Preparation, preparedRow, rowOf } from '../../../data/tables/taking/preparation';
import { rowWords } from '../../../i18n/tables/rowWords';
import { useLanguage, useServices, useWords } from '../../services';
import { answerText } from '../../samples/answerText';
import { CellField } from './CellField';
import styles from './NumbersForm.module.css';
import { StepRow } from './StepRow';
import { useSampleStep } from './useSampleStep';

interface RowFormProps {
  readonly data: Dataset;
  readonly preparation: Preparation;
}

/** A row of a table to step to and to change, in the table's own words; every change asks the model. */
export function RowForm({ data, preparation }: RowFormProps) {
  const { runner } = useServices();
  const words = useWords(rowWords);
  const language = useLanguage();
  const step = useSampleStep(data);
  const { index } = step;
  const [edited, setEdited] = useState<{ readonly index: number; readonly row: readonly string[] } | null>(null);
  const own = useMemo(() => rowOf(preparation, sampleValues(data, index)), [data, index, preparation]);
  const changed = edited?.index === index;
  const row = changed ? edited.row : own;

  useEffect(() => {
    // What was not touched goes in as it is, not as it is shown.
    const values = changed ? preparedRow(preparation, row) : Float32Array.from(sampleValues(data, index));
    void runner.predict({ kind: 'numbers', shape: data.shape, values });
  }, [data, index, row, changed, preparation, runner]);

  return (
    <div className={styles.form}>
      <StepRow step={step} kind="rightNumber" right={changed ? null : answerText(data, index, language)} />
      <div className={styles.fields}>
        {preparation.map((column, place) => (
          <CellField
            key={place}
            column={column}
            text={row[place] ?? ''}
            onText={(text) => setEdited({ index, row: row.with(place, text) })}
          />
        ))}
      </div>
      <p className={styles.note}>{words.rowHint}</p>
    </div>
  );
}
