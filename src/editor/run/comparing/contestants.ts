import type { WeightsEntry } from '../../../document/architecture';
import { architectureIn } from '../../../document/library';
import { initialTraining } from '../../../document/training';
import type { AnyTemplate, Library } from '../../../document/template';
import { entryOf } from '../../../pretrained/catalogue';
import { entryPlan } from '../../own/entryPlan';
import type { Contestant } from './comparison';

/** A model that can be chosen for a comparison; it is made ready when the comparison begins. */
export interface Choosable {
  readonly id: string;
  readonly title: string;
  /** Why its answers do not count: it was never trained, or was changed since; null when they do. */
  readonly doubt: 'untrained' | 'outdated' | null;
  ready(): Promise<Contestant>;
}

/** `MobileNet 0.25, 192×192`: what tells one file of an architecture from another. */
export const entryTitle = ({ title, options }: AnyTemplate, { alpha, size }: WeightsEntry): string =>
  'alpha' in options ? `${title} ${alpha}, ${size}×${size}` : title;

interface Parts {
  readonly library: Library;
  readonly seed: number;
}

/** Architectures that know their own classes, of the weights that lie on this device. */
export function knownContestants(cached: readonly string[], { library, seed }: Parts): readonly Choosable[] {
  return cached.flatMap((id): Choosable[] => {
    const entry = entryOf(library, id);
    const template = architectureIn(library, entry?.architecture);
    if (!entry?.includeTop || !template) return [];
    const { interpolation } = { ...initialTraining, ...template.training };
    const preparation = { preprocessing: 'auto', interpolation } as const;
    const ready = async () => ({ id, plan: entryPlan(template, entry, library), weights: null, seed, preparation });
    return [{ id, title: entryTitle(template, entry), doubt: null, ready }];
  });
}
