import { useEffect, useState } from 'react';
import { trainTrouble } from '../../editor/run/trainTrouble';
import type { trainTroubleText } from '../../i18n/troubles/trainTrouble';
import { useFacts } from '../samples/useFacts';
import { useEditor, useLanguage } from '../services';

/** Why Train cannot be pressed now, in words, which come once the page is there; null when it can. */
export function useTrainObstacle(): string | null {
  const language = useLanguage();
  const plan = useEditor((state) => state.plan);
  const training = useEditor((state) => state.document.training);
  const trouble = trainTrouble(plan, training, useFacts(training.dataset));
  const [words, setWords] = useState<{ readonly say: typeof trainTroubleText } | null>(null);
  useEffect(() => {
    void import('../../i18n/troubles/trainTrouble').then((found) => setWords({ say: found.trainTroubleText }));
  }, []);
  if (trouble === null) return null;
  return words?.say(trouble, training.dataset, language) ?? '';
}
