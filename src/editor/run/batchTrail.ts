import type { BatchProgress } from '../../engine/protocol/curves';

/** Reports kept of a run; when there are more, every second one is dropped. */
const most = 400;

const before = (one: BatchProgress, other: BatchProgress) =>
  one.epoch < other.epoch || (one.epoch === other.epoch && one.batch < other.batch);

/** The reports of a run with one more; what is trained again (its device was lost) is reported again. */
export function trailAfter(trail: readonly BatchProgress[], progress: BatchProgress): readonly BatchProgress[] {
  const kept = trail.findLastIndex((one) => before(one, progress)) + 1;
  const all = [...trail.slice(0, kept), progress];
  return all.length <= most ? all : all.filter((_, index) => index % 2 === 0 || index === all.length - 1);
}
