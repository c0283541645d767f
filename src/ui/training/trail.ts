import type { BatchProgress } from '../../engine/protocol/curves';

/** Reports kept of one epoch; when there are more, every second one is dropped. */
const most = 80;

/** The reports of the running epoch with one more; an epoch that begins again (its device was lost) begins its reports again. */
export function trailAfter(trail: readonly BatchProgress[], progress: BatchProgress): readonly BatchProgress[] {
  const last = trail.at(-1);
  if (last?.epoch !== progress.epoch || last.batch >= progress.batch) return [progress];
  const all = [...trail, progress];
  return all.length <= most ? all : all.filter((_, index) => index % 2 === 0 || index === all.length - 1);
}
