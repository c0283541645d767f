import { snakeCase } from '../compile/identifiers';
import { type LossName, lossRecord } from '../document/training/losses';

/** The function of `keras.losses`; projects for others call theirs so, too. */
export function lossFunction(loss: LossName): string {
  const { keras, kerasFunction } = lossRecord(loss);
  return kerasFunction ?? snakeCase(keras);
}
