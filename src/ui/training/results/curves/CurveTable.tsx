import type { CurveScore } from '../../../../data/scores/curves/curveScores';
import { curveWords } from '../../../../i18n/results/curveWords';
import { useWords } from '../../../services';
import { ScoreTable } from '../ScoreTable';
import { intervalText } from '../scoreText';

const text = (value: number | null) => (value === null ? '–' : value.toFixed(3));

/** Scores of the curves with their intervals, beside those of what knows only how often each class comes. */
export function CurveTable({ scores }: { readonly scores: readonly CurveScore[] }) {
  const words = useWords(curveWords);
  const rows = scores.map(({ measure, model, interval, baseline }) => {
    return { measure: words[measure], cells: [text(model), intervalText(interval, text), text(baseline)] };
  });
  return (
    <ScoreTable
      label={words.curveScores}
      titles={[words.measure, words.model, words.interval, words.baseline]}
      rows={rows}
    />
  );
}
