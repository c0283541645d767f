import { useEffect, useState } from 'react';
import { afterPaint } from '../kit/part/firstPaint';
import { useFacts } from '../samples/useFacts';
import type * as Obstacle from './obstacleText';
import { useTrainTrouble } from './useTrainTrouble';
import { useEditor, useLanguage } from '../services';

/** Why Train cannot be pressed now, in words, which come once the page is there; null when it can. */
export function useTrainObstacle(): string | null {
  const language = useLanguage();
  const plan = useEditor((state) => state.plan);
  const training = useEditor((state) => state.document.training);
  const facts = useFacts(training.dataset);
  const trouble = useTrainTrouble();
  const [words, setWords] = useState<typeof Obstacle | null>(null);
  useEffect(() => void afterPaint(() => import('./obstacleText')).then(setWords), []);
  if (trouble === null) return null;
  return words?.obstacleText(trouble, { plan, training, facts }, language) ?? '';
}
