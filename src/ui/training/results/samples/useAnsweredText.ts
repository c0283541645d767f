import type { Dataset } from '../../../../data/dataset';
import { type KeptAnswers, saidAt, saidClass } from '../../../../data/scores/keptAnswers';
import { percentText } from '../../../../i18n/numbers';
import { resultSampleWords } from '../../../../i18n/results/resultSamples';
import { answerText, numberText } from '../../../samples/answerText';
import { useLanguage, useWords } from '../../../services';
import { useRunClassNames } from '../useRunClassNames';

/** How sure the model is of the class that it says, 0 … 1; null where its numbers are no probabilities. */
export function certainty(said: ArrayLike<number>, limit: number | null): number | null {
  const values = Array.from(said);
  if (values.some((value) => value < 0 || value > 1)) return null;
  if (limit === 0) return null;
  if (limit !== null) return values[0]! > limit ? values[0]! : 1 - values[0]!;
  const sum = values.reduce((total, value) => total + value, 0);
  return Math.abs(sum - 1) < 1e-3 ? Math.max(...values) : null;
}

/** What is right for the sample at a place and what the model says; `alike`: only what is not the same for all of a cell. */
export function useAnsweredText(data: Dataset, answers: KeptAnswers): (place: number, alike: boolean) => string {
  const words = useWords(resultSampleWords);
  const language = useLanguage();
  const named = useRunClassNames();
  return (place, alike) => {
    const right = answerText(data, answers.samples[place]!, language);
    const said = saidAt(answers, place);
    if (data.target.kind === 'numbers') {
      const errors = Array.from(said, (value, unit) => Math.abs(value - answers.right[place * answers.units + unit]!));
      const both = words.trueAndSaid(right, Array.from(said, numberText).join(', '));
      return `${both} · ${words.off(numberText(Math.max(...errors)))}`;
    }
    const name = named(saidClass(said, answers.limit));
    const sure = certainty(said, answers.limit);
    if (alike) return sure === null ? numberText(Math.max(...said)) : percentText(sure);
    return words.trueAndSaid(right, sure === null ? name : `${name} ${percentText(sure)}`);
  };
}
