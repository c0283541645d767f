import { useMemo } from 'react';
import type { Mistake } from '../../data/mistakes/mistake';
import { mistakesOf } from '../../data/mistakes/mistakesOf';
import { useFacts } from '../samples/useFacts';
import { useEditor, useServices } from '../services';

/** What is probably not meant in the model and its training, for the data that are chosen. */
export function useMistakes(): readonly Mistake[] {
  const { library } = useServices();
  const plan = useEditor((state) => state.plan);
  const training = useEditor((state) => state.document.training);
  const facts = useFacts(training.dataset);
  return useMemo(() => mistakesOf({ plan, training, facts, library }), [facts, library, plan, training]);
}
