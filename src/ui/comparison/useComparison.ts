import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Plan } from '../../compile/plan';
import { type Contest, compareModels, notAsked } from '../../editor/comparison';
import { photoFromFile, pictureFromFile, pictureSize } from '../prediction/pictureSource';
import { useEditor, useServices } from '../services';
import type { Choosable } from './useContestants';

/** A comparison that is going on, or its results. */
export interface Comparison {
  readonly models: readonly Pick<Choosable, 'id' | 'title'>[];
  readonly photos: readonly File[];
  readonly plans: ReadonlyMap<string, Plan>;
  readonly contests: ReadonlyMap<string, Contest>;
}

export function useComparison() {
  const { preferences } = useServices();
  const backend = useStore(preferences, (state) => state.backend);
  const interpolation = useEditor((state) => state.document.training.interpolation);
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [busy, setBusy] = useState(false);
  const control = useRef<AbortController | null>(null);
  const cancel = () => {
    control.current?.abort();
    setBusy(false);
  };
  useEffect(() => () => control.current?.abort(), []);

  const compare = async (models: readonly Choosable[], photos: readonly File[]) => {
    cancel();
    const own = new AbortController();
    control.current = own;
    setBusy(true);
    const contestants = await Promise.all(models.map((model) => model.ready()));
    setComparison({
      models,
      photos,
      plans: new Map(contestants.map(({ id, plan }) => [id, plan])),
      contests: new Map(models.map(({ id }) => [id, notAsked])),
    });
    await compareModels({
      models: contestants,
      pictures: photos.length,
      picture(place, plan) {
        const size = pictureSize(plan.shapes[plan.inputs[0]!])!;
        const file = photos[place]!;
        return size.channels === 3 ? photoFromFile(file, size, interpolation) : pictureFromFile(file, size, true);
      },
      backend,
      interpolation,
      told: (id, contest) =>
        setComparison((now) => now && { ...now, contests: new Map(now.contests).set(id, contest) }),
      signal: own.signal,
    });
    if (control.current === own) setBusy(false);
  };
  return { comparison, busy, compare, cancel };
}
