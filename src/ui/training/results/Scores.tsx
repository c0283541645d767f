import type { OutputEvaluation } from '../../../engine/protocol/curves';
import { scoreWords } from '../../../i18n/results/scores';
import { useWords } from '../../services';
import { ScoreTable } from './ScoreTable';
import { intervalText, scoreText } from './scoreText';
import { useSameAnswer } from './useSameAnswer';
import type { Judged } from './judged';

interface ScoresProps {
  readonly evaluation: OutputEvaluation;
  readonly judged: Judged;
}

/** Scores with their intervals, beside those of what always gives the same answer. */
export default function Scores({ evaluation, judged }: ScoresProps) {
  const words = useWords(scoreWords);
  const same = useSameAnswer(evaluation);
  const classes = evaluation.majority !== undefined;
  const rows = judged.rows.map(({ measure, model, interval, baseline }) => {
    const text = (value: number | null) => scoreText(value, measure, classes);
    return { measure: words[measure], cells: [text(model), intervalText(interval, text), text(baseline)] };
  });
  return (
    <ScoreTable
      caption={classes ? words.classScores : words.scores}
      titles={[words.measure, words.model, words.interval, words.baseline(same)]}
      rows={rows}
    />
  );
}
