import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import { type LossName, type LossSettings, lossNumbers } from '../../document/training/losses';
import { lossRules } from '../../training/losses/rules';

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

/** Loss of every sample, `[batch]`; of outputs that are no numbers it can be one all the same, see `flawOf`. */
export const lossPerSample = ({ loss, lossSettings }: Judge, targets: Tensor, outputs: Tensor): Tensor =>
  lossRules[loss](targets, outputs, lossNumbers(loss, lossSettings));
