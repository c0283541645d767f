import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Plan } from '../../compile/plan';
import { type Contest, compareModels, notAsked } from '../../editor/run/comparison';
import { pictureSize } from '../samples/pictureSize';
import { useServices } from '../services';
import type { Choosable } from './useContestants';

/** A comparison that is going on, or its results. */
export interface Comparison {
  readonly models: readonly Pick<Choosable, 'id' | 'title' | 'doubt'>[];
  readonly photos: readonly File[];
  /** Names of chosen files that are no pictures. */
  readonly unreadable: readonly string[];
  readonly plans: ReadonlyMap<string, Plan>;
  readonly contests: ReadonlyMap<string, Contest>;
}

/** Enough to know whether a file is a picture. */
const glance = {
  size: { width: 1, height: 1, channels: 3 },
  how: { as: 'photo', interpolation: 'nearest' },
} as const;

export function useComparison() {
  const { preferences, photos: pictures } = useServices();
  const backend = useStore(preferences, (state) => state.backend);
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [busy, setBusy] = useState(false);
  const control = useRef<AbortController | null>(null);
  const cancel = () => {
    control.current?.abort();
    setBusy(false);
  };
  useEffect(() => () => control.current?.abort(), []);

  const compare = async (models: readonly Choosable[], files: readonly File[]) => {
    cancel();
    const own = new AbortController();
    control.current = own;
    setBusy(true);
    setComparison(null);
    const contestants = await Promise.all(models.map((model) => model.ready()));
    const photos: File[] = [];
    const unreadable: string[] = [];
    for (const file of files) {
      if (own.signal.aborted) return;
      if ((await pictures.picture(file, glance)) === null) unreadable.push(file.name);
      else photos.push(file);
    }
    if (own.signal.aborted) return;
    setComparison({
      models,
      photos,
      unreadable,
      plans: new Map(contestants.map(({ id, plan }) => [id, plan])),
      contests: new Map(models.map(({ id }) => [id, notAsked])),
    });
    await compareModels({
      models: contestants,
      pictures: photos.length,
      picture(place, { plan, preparation }) {
        const size = pictureSize(plan.shapes[plan.inputs[0]!])!;
        const photo = { as: 'photo', interpolation: preparation.interpolation } as const;
        const how = size.channels === 3 ? photo : ({ as: 'drawing', invert: true } as const);
        return pictures.picture(photos[place]!, { size, how });
      },
      backend,
      told: (id, contest) =>
        setComparison((now) => now && { ...now, contests: new Map(now.contests).set(id, contest) }),
      signal: own.signal,
    });
    if (control.current === own) setBusy(false);
  };
  return { comparison, busy, compare, cancel };
}
