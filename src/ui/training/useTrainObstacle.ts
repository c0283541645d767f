import { misfitText } from '../../i18n/panels/datasets';
import { trainingWords } from '../../i18n/panels/training';
import type { Language } from '../../i18n/words';
import { useEditor, useLanguage } from '../services';
import { type Obstacle, trainObstacle } from '../../editor/run/trainObstacle';
import { useFacts } from '../samples/useFacts';

/** Why Train cannot be pressed now, in words; null when it can. */
export function useTrainObstacle(): string | null {
  const language = useLanguage();
  const plan = useEditor((state) => state.plan);
  const training = useEditor((state) => state.document.training);
  const facts = useFacts(training.dataset);
  const obstacle = trainObstacle(plan, training, facts);
  return obstacle === null ? null : obstacleText(obstacle, training.dataset, language);
}

/** The sentence for an obstacle. */
export function obstacleText(obstacle: Obstacle, dataset: string, language: Language): string {
  const words = trainingWords[language];
  switch (obstacle.code) {
    case 'misfit':
      return misfitText(obstacle.misfit, dataset, language);
    case 'unknownDataset':
      return words.unknownDataset(obstacle.dataset);
    case 'tooFewForBatch':
      return words.tooFewForBatch(obstacle.batch, obstacle.samples);
    default:
      return words[obstacle.code];
  }
}
