import type { KeptAnswers } from '../../../../data/scores/keptAnswers';
import { resultSampleWords } from '../../../../i18n/results/resultSamples';
import { useWords } from '../../../services';
import { AnsweredSamples } from './AnsweredSamples';

interface PointSampleProps {
  readonly answers: KeptAnswers;
  readonly place: number;
}

/** The sample behind a point of the scatter. */
export default function PointSample({ answers, place }: PointSampleProps) {
  const words = useWords(resultSampleWords);
  return (
    <section aria-label={words.pointSample}>
      <AnsweredSamples answers={answers} answered={[{ place, error: 0 }]} />
    </section>
  );
}
