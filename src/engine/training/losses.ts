import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import { type LossName, type LossSettings, lossNumbers } from '../../document/training/losses';
import type { LossRule } from '../../training/loss';
import { categoricalCrossentropyRule } from '../../training/losses/classes/categoricalCrossentropy';
import { sparseCategoricalCrossentropyRule } from '../../training/losses/classes/sparseCategoricalCrossentropy';
import { epsilon } from '../../training/losses/probabilities';
import { lossRules } from '../../training/losses/rules';
import { crossEntropyAtOnce } from './atOnce/crossEntropyAtOnce';

/**
 * 0 where all values are finite numbers, else NaN or infinite; a scalar on the device. Whoever adds up losses adds this
 * of the outputs: cutting values off (`clipByValue`, `maximum`) makes a small number of NaN on some backends.
 */
export const flawOf = (values: Tensor): Scalar => values.mul(0).sum();

/** Which loss judges an output, and how. */
interface Judge {
  readonly loss: LossName;
  readonly lossSettings?: LossSettings;
}

/** What a kernel of the backend may compute at once, where targets are as they are. */
const crossEntropies: readonly LossRule[] = [categoricalCrossentropyRule, sparseCategoricalCrossentropyRule];

/** Loss of every sample, `[batch]`; of outputs that are no numbers it can be one all the same, see `flawOf`. */
export function lossPerSample({ loss, lossSettings }: Judge, targets: Tensor, outputs: Tensor): Tensor {
  const [rule, settings] = [lossRules[loss], lossNumbers(loss, lossSettings)];
  const plain = crossEntropies.includes(rule) && (settings['labelSmoothing'] ?? 0) === 0;
  return (plain ? crossEntropyAtOnce(targets, outputs, epsilon) : null) ?? rule(targets, outputs, settings);
}
