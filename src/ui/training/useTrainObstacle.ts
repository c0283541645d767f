import { trainTrouble } from '../../editor/run/trainTrouble';
import { trainTroubleText } from '../../i18n/troubles/trainTrouble';
import { useFacts } from '../samples/useFacts';
import { useEditor, useLanguage } from '../services';

/** Why Train cannot be pressed now, in words; null when it can. */
export function useTrainObstacle(): string | null {
  const language = useLanguage();
  const plan = useEditor((state) => state.plan);
  const training = useEditor((state) => state.document.training);
  const trouble = trainTrouble(plan, training, useFacts(training.dataset));
  return trouble === null ? null : trainTroubleText(trouble, training.dataset, language);
}
