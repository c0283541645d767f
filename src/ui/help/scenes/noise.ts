import type { Drawing } from '../../../brick/drawing';
import { type Params, numberOf } from '../readParams';

/** Twelve fixed draws of a normal distribution (mean 0, deviation 1) and of a uniform one, so that a drawing is always the same. */
export const normalDraws = [0.31, -1.12, 0.78, 0.05, -0.46, 1.35, -0.88, 0.52, -0.21, 1.04, -1.41, 0.13] as const;
export const uniformDraws = [0.62, 0.11, 0.83, 0.47, 0.29, 0.95, 0.05, 0.71, 0.38, 0.54, 0.19, 0.88] as const;

const seluAlpha = -1.7580993408473766;

/** One value after a training-only layer; `channel` decides where whole channels are dropped. Keras's formulas. */
export function noised(
  drawing: Drawing | undefined,
  params: Params,
  value: number,
  index: number,
  channel: number,
): number {
  const rate = numberOf(params, 'rate', 0.5);
  const normal = normalDraws[index % normalDraws.length]!;
  const kept = (at: number) => uniformDraws[at % uniformDraws.length]! >= rate;
  switch (drawing) {
    case 'gaussianNoise':
      return value + normal * numberOf(params, 'stddev', 0.1);
    case 'gaussianDropout':
      return value * (1 + normal * Math.sqrt(rate / (1 - rate)));
    case 'alphaDropout': {
      const factor = ((1 - rate) * (1 + rate * seluAlpha ** 2)) ** -0.5;
      return factor * (kept(index) ? value : seluAlpha) - factor * seluAlpha * rate;
    }
    default: {
      const stays = drawing === 'channelDropout' ? kept(channel) : kept(index);
      return stays ? value / (1 - rate) : 0;
    }
  }
}

/** Is the value dropped altogether? */
export function dropped(drawing: Drawing | undefined, params: Params, index: number, channel: number): boolean {
  const draw = uniformDraws[(drawing === 'channelDropout' ? channel : index) % uniformDraws.length]!;
  return drawing !== 'gaussianNoise' && drawing !== 'gaussianDropout' && draw < numberOf(params, 'rate', 0.5);
}
