import { useStore } from 'zustand';
import type { Dataset } from '../../data/dataset';
import type { Sample } from '../../engine/protocol/samples';
import { sampleWords } from '../../i18n/panels/samples';
import { useLanguage, useServices, useWords } from '../services';
import { answerText } from './answerText';
import { topAnswers } from './topAnswers';
import { useAnswerNames } from './useAnswerNames';

/** What a sample that is drawn shows, for those who do not see it: which one it is, its size, and what is right for it. */
export function useSampleName(data: Dataset): (index: number) => string {
  const words = useWords(sampleWords);
  const language = useLanguage();
  return (index) => {
    const answer = answerText(data, index, language);
    const [first = 1] = data.shape;
    if (data.kind === 'video') return words.clipSample(index + 1, first, answer);
    if (data.kind === 'series') return words.seriesSample(index + 1, first, answer);
    return words.pictureSample(index + 1, data.shape.join('×'), answer);
  };
}

/** The same, with what the model says of it once it has been asked. */
export function useAnsweredName(data: Dataset, index: number, asked: Sample | null): string {
  const { runner } = useServices();
  const words = useWords(sampleWords);
  const named = useAnswerNames();
  const name = useSampleName(data)(index);
  const values = useStore(runner.store, ({ sample, predicting, prediction }) =>
    asked !== null && sample === asked && !predicting ? prediction?.outputs[0]?.values : undefined,
  );
  const [best] = values === undefined || data.target.kind !== 'classes' ? [] : topAnswers(values, 1).answers;
  return best === undefined ? name : words.predictedAs(name, named(values!.length)(best.index));
}
