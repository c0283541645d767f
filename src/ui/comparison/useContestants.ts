import { useEffect, useState } from 'react';
import { runnable } from '../../compile/plan';
import { type Choosable, knownContestants } from '../../editor/run/comparing/contestants';
import { comparisonWords } from '../../i18n/panels/comparison';
import { browserCache } from '../../pretrained/storage/cache';
import { pictureSize } from '../../data/photos/pictureSize';
import { useTrust } from '../samples/useTrust';
import { useEditor, useServices, useWords } from '../services';

const current = 'current';

/** What can be compared: the model on the canvas where it takes pictures, and what lies in the cache with its classes. */
export function useContestants(): readonly Choosable[] {
  const { runner, library } = useServices();
  const words = useWords(comparisonWords);
  const plan = useEditor((state) => state.plan);
  const { seed, preprocessing, interpolation } = useEditor((state) => state.document.training);
  const [cached, setCached] = useState<readonly string[]>([]);
  useEffect(() => {
    let gone = false;
    // A browser without a place for weights has none.
    browserCache()
      .list()
      .then((records) => gone || setCached(records.map(({ id }) => id)))
      .catch(() => gone || setCached([]));
    return () => {
      gone = true;
    };
  }, []);
  const known = knownContestants(cached, { library, seed });
  const doubt = useTrust();
  const takesPictures = runnable(plan) && pictureSize(plan.shapes[plan.inputs[0]!]) !== null;
  const preparation = { preprocessing, interpolation };
  const ready = async () => {
    const weights = await runner.weights();
    return { id: current, plan, weights: weights.ok ? weights.value : null, seed, preparation };
  };
  return takesPictures ? [{ id: current, title: words.current(plan.title), doubt, ready }, ...known] : known;
}
