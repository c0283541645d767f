import type { Plan } from '../compile/plan';
import type { Preprocessing } from '../document/training';

/** A way to prepare pictures, as Keras's `preprocess_input` names them; `scale` is 1/255. */
export type PreprocessingMode = Exclude<Preprocessing, 'auto'>;

/** What happens to a value 0 … 255: (value / divisor − mean) / deviation, by channel of the result. */
export interface Recipe {
  /** Red and blue change places first. */
  readonly reversed: boolean;
  readonly divisor: number;
  readonly means: readonly number[];
  readonly deviations: readonly number[];
}

const plain = { reversed: false, means: [0, 0, 0], deviations: [1, 1, 1] };

/** `keras.applications.imagenet_utils.preprocess_input`. */
const recipes: Readonly<Record<PreprocessingMode, Recipe>> = {
  none: { ...plain, divisor: 1 },
  scale: { ...plain, divisor: 255 },
  tf: { ...plain, divisor: 127.5, means: [1, 1, 1] },
  caffe: { ...plain, divisor: 1, reversed: true, means: [103.939, 116.779, 123.68] },
  torch: { ...plain, divisor: 255, means: [0.485, 0.456, 0.406], deviations: [0.229, 0.224, 0.225] },
};

/** How pictures of so many channels are prepared; means and order of colours are only known of three. */
export function recipeOf(mode: PreprocessingMode, channels: number): Recipe {
  const recipe = recipes[mode];
  if (channels === 3) return recipe;
  const mean = mode === 'tf' ? 1 : 0;
  const all = (value: number) => Array.from({ length: channels }, () => value);
  return { reversed: false, divisor: recipe.divisor, means: all(mean), deviations: all(1) };
}

/** What `auto` means for this model. */
export function modeFor({ preprocessing }: Pick<Plan, 'preprocessing'>, wanted: Preprocessing): PreprocessingMode {
  return wanted === 'auto' ? (preprocessing ?? 'scale') : wanted;
}

/** Prepares pictures of so many channels in place. */
export function preprocess(values: Float32Array, mode: PreprocessingMode, channels: number): void {
  const { reversed, divisor, means, deviations } = recipeOf(mode, channels);
  for (let pixel = 0; pixel < values.length; pixel += channels) {
    if (reversed) [values[pixel], values[pixel + 2]] = [values[pixel + 2]!, values[pixel]!];
    for (let at = 0; at < channels; at++) {
      values[pixel + at] = (values[pixel + at]! / divisor - means[at]!) / deviations[at]!;
    }
  }
}
