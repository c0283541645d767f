import { useEffect, useState } from 'react';
import type { BatchProgress } from '../../engine/protocol/curves';
import { useServices } from '../services';
import { trailAfter } from './trail';

/** The reports of the running epoch so far. */
export function useTrail(): readonly BatchProgress[] {
  const { runner } = useServices();
  const [trail, setTrail] = useState<readonly BatchProgress[]>([]);
  useEffect(
    () =>
      runner.store.subscribe(({ progress }, before) => {
        if (progress === before.progress) return;
        setTrail((kept) => (progress === null ? [] : trailAfter(kept, progress)));
      }),
    [runner],
  );
  return trail;
}
