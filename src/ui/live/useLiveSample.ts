import { useMemo } from 'react';
import { useStore } from 'zustand';
import { sampleValues, trainingCount } from '../../data/dataset';
import type { Sample } from '../../engine/protocol/samples';
import { useDataset } from '../samples/useDataset';
import { useSamplePicture } from '../samples/useSamplePicture';
import { useServices } from '../services';

/** The sample that is predicted, else the first of those that are validated on; null where there is none. */
export function useLiveSample(): Sample | null | 'loading' {
  const { runner } = useServices();
  const chosen = useStore(runner.store, (state) => state.sample);
  const data = useDataset(chosen === null);
  const there = typeof data === 'string' ? null : data;
  const index = there === null || there.validation === 0 ? 0 : trainingCount(there);
  const picture = useSamplePicture(there?.kind === 'images' ? there : null, index);
  const values = useMemo(() => {
    if (there === null || there.kind === 'images') return null;
    const { kind, shape } = there;
    return { kind, shape, values: Float32Array.from(sampleValues(there, index)) };
  }, [there, index]);
  if (chosen !== null) return chosen;
  if (data === 'loading') return 'loading';
  if (there === null) return null;
  return there.kind === 'images' ? (picture ?? 'loading') : values;
}
