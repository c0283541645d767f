import type { Plan } from '../../../compile/plan';
import { pictureSize } from '../../../data/photos/pictureSize';
import type { Engine } from '../../../engine/client';
import type { BackendName } from '../../../engine/protocol/backendInfo';
import type { Photos } from '../../own/photos';
import { type Contest, compareModels, notAsked } from './comparison';
import type { Choosable } from './contestants';

/** A comparison that is going on, or its results. */
export interface Comparison {
  readonly models: readonly Pick<Choosable, 'id' | 'title' | 'doubt'>[];
  readonly photos: readonly File[];
  /** Names of chosen files that are no pictures. */
  readonly unreadable: readonly string[];
  readonly plans: ReadonlyMap<string, Plan>;
  readonly contests: ReadonlyMap<string, Contest>;
}

interface Parts {
  readonly pictures: Pick<Photos, 'picture'>;
  readonly backend: BackendName | 'auto';
  /** At the beginning, and whenever a model is further. */
  readonly told: (comparison: Comparison) => void;
  readonly signal: AbortSignal;
  readonly start?: () => Engine;
}

/** Enough to know whether a file is a picture. */
const glance = {
  size: { width: 1, height: 1, channels: 3 },
  how: { as: 'photo', interpolation: 'nearest' },
} as const;

/** Asks models about photos, each in the size and preparation of the model; what is no picture is left out. */
export async function comparePhotos(
  models: readonly Choosable[],
  files: readonly File[],
  { pictures, backend, told, signal, ...parts }: Parts,
): Promise<void> {
  const contestants = await Promise.all(models.map((model) => model.ready()));
  const photos: File[] = [];
  const unreadable: string[] = [];
  for (const file of files) {
    if (signal.aborted) return;
    if ((await pictures.picture(file, glance)) === null) unreadable.push(file.name);
    else photos.push(file);
  }
  if (signal.aborted) return;
  const plans = new Map(contestants.map(({ id, plan }) => [id, plan]));
  let contests: ReadonlyMap<string, Contest> = new Map(models.map(({ id }) => [id, notAsked]));
  told({ models, photos, unreadable, plans, contests });
  await compareModels({
    ...parts,
    models: contestants,
    pictures: photos.length,
    picture(place, { plan, preparation }) {
      const size = pictureSize(plan.shapes[plan.inputs[0]!])!;
      const photo = { as: 'photo', interpolation: preparation.interpolation } as const;
      const how = size.channels === 3 ? photo : ({ as: 'drawing', invert: null } as const);
      return pictures.picture(photos[place]!, { size, how });
    },
    backend,
    told(id, contest) {
      contests = new Map(contests).set(id, contest);
      told({ models, photos, unreadable, plans, contests });
    },
    signal,
  });
}
