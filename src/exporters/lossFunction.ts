import { snakeCase } from '../compile/identifiers';
import { type LossName, lossClass, lossRecord } from '../document/training/losses';

/** The function of `keras.losses`; projects for others call theirs so, too. */
export function lossFunction(loss: LossName): string {
  return lossRecord(loss).kerasFunction ?? snakeCase(lossClass(loss));
}
