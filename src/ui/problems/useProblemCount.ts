import { useEffect, useMemo, useState } from 'react';
import type { mistakesOf } from '../../data/mistakes/mistakesOf';
import { isUnlisted, trainTrouble } from '../../editor/run/trainTrouble';
import { afterPaint } from '../kit/part/firstPaint';
import { useFacts } from '../samples/useFacts';
import { useEditor, useServices } from '../services';

/** How many rows the panel of problems has. What is probably not meant is looked for once the page is there. */
export function useProblemCount(): number {
  const { library } = useServices();
  const plan = useEditor((state) => state.plan);
  const training = useEditor((state) => state.document.training);
  const facts = useFacts(training.dataset);
  const [look, setLook] = useState<{ readonly for: typeof mistakesOf } | null>(null);
  useEffect(() => {
    void afterPaint(() => import('../../data/mistakes/mistakesOf')).then((found) => setLook({ for: found.mistakesOf }));
  }, []);
  const mistakes = useMemo(
    () => look?.for({ plan, training, facts, library }).length ?? 0,
    [facts, library, look, plan, training],
  );
  const obstacle = isUnlisted(trainTrouble(plan, training, facts)) ? 1 : 0;
  return plan.issues.length + mistakes + obstacle;
}
