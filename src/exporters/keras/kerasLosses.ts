import { type LossName, type LossSettings, lossClass, toldLossSettings } from '../../document/training/losses';
import { kerasName } from '../../training/setting';
import { lossFunction } from '../lossFunction';
import { pythonString, pythonValue } from './pythonText';

/** A loss as `model.compile` takes it: by its name, or with settings that are not Keras's. */
export function kerasLoss(loss: LossName, settings: LossSettings): string {
  const told = Object.entries(toldLossSettings(loss, settings));
  if (told.length === 0) return pythonString(lossFunction(loss));
  const written = told.map(([key, value]) => `${kerasName(key)}=${pythonValue(value)}`);
  return `keras.losses.${lossClass(loss)}(${written.join(', ')})`;
}
