import type { Training } from '../../../document/training';
import type { ImportNote } from '../../importer';
import { soundSchedule, valuesFrom } from '../../kerasGraph/training/scheduleChoice';
import { signatureOf } from '../keras/signatures';
import type { Value } from '../values/value';

const monitors: Readonly<Record<string, Training['earlyStopping']['monitor']>> = {
  val_loss: 'validationLoss',
  val_accuracy: 'validationAccuracy',
  val_acc: 'validationAccuracy',
  loss: 'loss',
  accuracy: 'accuracy',
  acc: 'accuracy',
};

/** The numbers and texts that a callback was made with, by Keras's names; null where the code has no such callback. */
function givenTo(callback: string, callbacks: Value | undefined): Readonly<Record<string, unknown>> | null {
  const list = callbacks && 'items' in callbacks ? callbacks.items : callbacks ? [callbacks] : [];
  const found = list.find((each) => each.kind === 'thing' && each.name === callback);
  if (found?.kind !== 'thing') return null;
  const signature = signatureOf('callbacks', callback) ?? [];
  const entries = signature.map(([name, usual], at) => {
    const value = found.args?.get(name) ?? found.args?.get(`#${at}`);
    return [name, value && 'value' in value ? value.value : usual] as const;
  });
  return Object.fromEntries(entries);
}

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** A learning rate that a function of the code gives for every epoch: nothing here computes it. */
export const ownRate = (callbacks: Value | undefined): readonly ImportNote[] =>
  givenTo('LearningRateScheduler', callbacks) === null
    ? []
    : [{ code: 'trainingSetting', where: null, data: { setting: 'callbacks', value: 'LearningRateScheduler' } }];

/** When a run ends before its last epoch. */
export function stopping(callbacks: Value | undefined): Partial<Training> {
  const given = givenTo('EarlyStopping', callbacks);
  const monitor = monitors[String(given?.['monitor'])];
  if (given === null || monitor === undefined) return {};
  const [patience, minDelta] = [numberIn(given['patience']), numberIn(given['min_delta'])];
  const restoreBestWeights = given['restore_best_weights'] === true;
  return { earlyStopping: { enabled: true, monitor, patience, minDelta, restoreBestWeights } };
}

/** When the learning rate becomes smaller. */
export function plateau(callbacks: Value | undefined): Partial<Training> {
  const given = givenTo('ReduceLROnPlateau', callbacks);
  const monitor = monitors[String(given?.['monitor'])];
  if (given === null || monitor === undefined) return {};
  const values = valuesFrom('reduceLROnPlateau', given);
  const schedule = soundSchedule('reduceLROnPlateau', { ...values, monitor });
  return schedule ? { learningRateSchedule: schedule } : {};
}
