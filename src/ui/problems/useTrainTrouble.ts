import { type TrainTrouble, trainTrouble } from '../../editor/run/trainTrouble';
import { useFacts } from '../samples/useFacts';
import { useEditor } from '../services';

/** Why the model cannot be trained now; null when it can. */
export function useTrainTrouble(): TrainTrouble | null {
  const plan = useEditor((state) => state.plan);
  const training = useEditor((state) => state.document.training);
  return trainTrouble(plan, training, useFacts(training.dataset));
}
