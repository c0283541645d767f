import type { RunnerState } from '../../../editor/run/runnerState';
import { mostTiles } from '../activationTiles';
import { histogramSize } from './histogramPath';

/** Pixels at 100 %: from the brick to what stands beside it, of a feature map, and between the parts. */
const [away, map, between] = [8, 24, 4];
const narrowest = 12;

/** How much of a brick's maps, and how wide a histogram of its weights (0: none), have room beside it. */
export function badgeParts(room: number, weights: boolean): { readonly maps: number; readonly histogram: number } {
  const free = room - away;
  const least = weights ? narrowest + between : 0;
  const maps = Math.max(1, Math.min(mostTiles, Math.floor((free - least) / map)));
  const left = free - maps * map - between;
  return { maps, histogram: weights && left >= narrowest ? Math.min(histogramSize.width, Math.floor(left)) : 0 };
}

/** Does anything stand beside the bricks, or is it to come? */
export const badges = ({ live, phase, prediction }: Pick<RunnerState, 'live' | 'phase' | 'prediction'>): boolean =>
  live !== null || prediction !== null || phase === 'training';
