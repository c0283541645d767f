import { shapeText } from '../../brick/shape';
import { trainingWords } from '../../i18n/training';
import { useEditor, useWords } from '../services';
import { type Obstacle, trainObstacle } from './obstacle';

/** Why Train cannot be pressed now, in words; null when it can. */
export function useTrainObstacle(): string | null {
  const words = useWords(trainingWords);
  const plan = useEditor((state) => state.plan);
  const training = useEditor((state) => state.document.training);
  const obstacle = trainObstacle(plan, training);
  return obstacle === null ? null : obstacleText(obstacle, words);
}

/** The sentence for an obstacle. */
export function obstacleText(obstacle: Obstacle, words: (typeof trainingWords)['en' | 'ko']): string {
  switch (obstacle.code) {
    case 'severalEnds':
      return words.severalEnds(obstacle.inputs, obstacle.outputs);
    case 'unknownDataset':
      return words.unknownDataset(obstacle.dataset);
    case 'inputMisfit':
      return words.inputMisfit(shapeText(obstacle.expected), shapeText(obstacle.got));
    case 'outputMisfit':
      return words.outputMisfit(String(obstacle.expected), shapeText(obstacle.got));
    default:
      return words[obstacle.code];
  }
}
