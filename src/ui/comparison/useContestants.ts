import { useEffect, useState } from 'react';
import { runnable } from '../../compile/plan';
import { initialTraining } from '../../document/training';
import type { Contestant } from '../../editor/run/comparison';
import { entryPlan } from '../../editor/own/entryPlan';
import { comparisonWords } from '../../i18n/panels/comparison';
import { browserCache } from '../../pretrained/storage/cache';
import { entryOf } from '../../pretrained/catalogue';
import { pictureSize } from '../samples/pictureSize';
import { useTrust } from '../samples/useTrust';
import { useEditor, useServices, useWords } from '../services';
import { entryTitle } from './knownContestants';

/** A model that can be chosen; it is made ready when the comparison begins. */
export interface Choosable {
  readonly id: string;
  readonly title: string;
  /** Why its answers do not count: it was never trained, or was changed since; null when they do. */
  readonly doubt: 'untrained' | 'outdated' | null;
  ready(): Promise<Contestant>;
}

const current = 'current';

/** What can be compared: the model on the canvas where it takes pictures, and what lies in the cache with its classes. */
export function useContestants(): readonly Choosable[] {
  const { runner, templates, library } = useServices();
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
  const known = cached.flatMap((id): Choosable[] => {
    const entry = entryOf(id);
    const template = templates.find((each) => each.id === entry?.architecture);
    if (!entry?.includeTop || !template) return [];
    const { interpolation } = { ...initialTraining, ...template.training };
    const preparation = { preprocessing: 'auto', interpolation } as const;
    const ready = async () => ({ id, plan: entryPlan(template, entry, library), weights: null, seed, preparation });
    return [{ id, title: entryTitle(template, entry), doubt: null, ready }];
  });
  const doubt = useTrust();
  const takesPictures = runnable(plan) && pictureSize(plan.shapes[plan.inputs[0]!]) !== null;
  const preparation = { preprocessing, interpolation };
  const ready = async () => ({ id: current, plan, weights: await runner.weights(), seed, preparation });
  return takesPictures ? [{ id: current, title: words.current(plan.title), doubt, ready }, ...known] : known;
}
