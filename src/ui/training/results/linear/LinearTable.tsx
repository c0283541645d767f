import { useMemo } from 'react';
import type { OutputEvaluation } from '../../../../engine/protocol/curves';
import { linearWords } from '../../../../i18n/results/linearWords';
import { scoreWords } from '../../../../i18n/results/scores';
import { useWords } from '../../../services';
import styles from '../Confusion.module.css';
import { ScoreTable } from '../ScoreTable';
import { judgedOf } from '../judged';
import { intervalText, scoreText } from '../scoreText';
import { clearlyBetter } from './clearlyBetter';

interface LinearTableProps {
  readonly model: OutputEvaluation;
  readonly linear: OutputEvaluation;
}

/** Scores of the model beside those of a linear one. */
export function LinearTable({ model, linear }: LinearTableProps) {
  const words = useWords(linearWords);
  const measures = useWords(scoreWords);
  const [own, other] = useMemo(() => [judgedOf(model), judgedOf(linear)], [model, linear]);
  if (own === null || other === null) return null;
  const classes = model.majority !== undefined;
  const rows = other.rows.map(({ measure, model: linearly, interval }) => {
    const text = (value: number | null) => scoreText(value, measure, classes);
    const ours = own.rows.find((row) => row.measure === measure)?.model ?? null;
    return { measure: measures[measure], cells: [text(ours), text(linearly), intervalText(interval, text)] };
  });
  return (
    <>
      <ScoreTable label={words.title} titles={[words.measure, words.model, words.other, words.interval]} rows={rows} />
      <p className={styles.note}>{clearlyBetter(own, other) ? words.better : words.notBetter}</p>
    </>
  );
}
