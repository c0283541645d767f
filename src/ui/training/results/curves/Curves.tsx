import { useMemo, useState } from 'react';
import { curveClasses, curveScores } from '../../../../data/scores/curves/curveScores';
import { asYesNo } from '../../../../data/scores/curves/yesNo';
import type { KeptAnswers } from '../../../../data/scores/keptAnswers';
import { curveWords } from '../../../../i18n/results/curveWords';
import { useWords } from '../../../services';
import { useRunClassNames } from '../useRunClassNames';
import { ClassCurves } from './ClassCurves';
import { CurveTable } from './CurveTable';
import styles from './Curves.module.css';

interface CurvesProps {
  readonly answers: KeptAnswers;
  /** Of each class among the training samples. */
  readonly shares: readonly number[];
  /** Samples that were judged; of very many not all answers are kept. */
  readonly judged: number;
  /** From which probability on the second of two classes is said. */
  readonly threshold: number;
}

/** How well classes are ranked and how far probabilities can be believed: scores with intervals, then a class's curves. */
export default function Curves({ answers, shares, judged, threshold }: CurvesProps) {
  const words = useWords(curveWords);
  const named = useRunClassNames();
  const classes = curveClasses(answers, shares.length);
  const [label, setLabel] = useState(classes[0]!);
  const plain = useMemo(() => asYesNo(answers) ?? answers, [answers]);
  const { samples } = answers;
  const scores = useMemo(() => curveScores(plain, shares), [plain, shares]);
  return (
    <>
      <CurveTable scores={scores} />
      {classes.length > 1 && (
        <>
          <p className={styles.note}>{words.macro}</p>
          <label className={styles.choice}>
            {words.ofClass}
            <select value={label} onChange={({ target }) => setLabel(Number(target.value))}>
              {classes.map((each) => (
                <option key={each} value={each}>
                  {named(each)}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      {samples.length < judged && <p className={styles.note}>{words.partOfSamples(samples.length, judged)}</p>}
      <ClassCurves
        answers={plain}
        label={label}
        name={named(label)}
        calibration={scores[2]!.model}
        threshold={plain.limit === 0.5 ? threshold : null}
      />
    </>
  );
}
