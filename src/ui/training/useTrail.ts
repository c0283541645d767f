import { useEffect, useState } from 'react';
import type { BatchProgress } from '../../engine/protocol/run';
import { useServices } from '../services';

/** Reports kept of one epoch; when there are more, every second one is dropped. */
const most = 80;

/** The reports of the running epoch so far. */
export function useTrail(): readonly BatchProgress[] {
  const { runner } = useServices();
  const [trail, setTrail] = useState<readonly BatchProgress[]>([]);
  useEffect(
    () =>
      runner.store.subscribe(({ progress }, before) => {
        if (progress === before.progress) return;
        if (progress === null) setTrail([]);
        else setTrail((kept) => (kept.at(-1)?.epoch === progress.epoch ? thinned([...kept, progress]) : [progress]));
      }),
    [runner],
  );
  return trail;
}

const thinned = (trail: readonly BatchProgress[]) =>
  trail.length <= most ? trail : trail.filter((_, index) => index % 2 === 0 || index === trail.length - 1);
