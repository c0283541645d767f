import {
  type OptimizerChoice,
  type OptimizerName,
  optimizerRecord,
  optimizerSlots,
} from '../../../document/training/trainingChoices';
import type { FileLayer, FileTensor, WeightFile } from '../../../formats/weights/weightFile';
import { wholeTensor } from '../../../formats/weights/wholeTensor';
import type { Match } from '../../../pretrained/matching/match';
import type { WeightData } from '../../protocol/weights';

/** The state of an optimizer as `Optimizer.restore` takes it. */
export interface OptimizerStart {
  readonly name: OptimizerName;
  readonly state: WeightData;
}

interface Trained {
  readonly key: string;
  readonly shape: readonly number[];
  readonly trainable: boolean;
}

/** All tensors of a layer and of those in it, in the file's order. */
const tensorsOf = ({ tensors, layers }: FileLayer): readonly FileTensor[] => [...tensors, ...layers.flatMap(tensorsOf)];

/** Whether a class of Keras is the optimizer that training has; SGD is one class with momentum and without. */
const isSame = (className: string, name: OptimizerName) =>
  className.toLowerCase() === optimizerRecord(name).keras.toLowerCase();

/** How Keras before 2.11 ends the names of slots, which it makes one kind after the other. */
const older = /\/(m|v|rms|momentum|mg|accumulator|accum_grad|accum_var|vhat|Variable)(_\d+)?(:\d+)?$/;

/** The slots of each weight: side by side for every weight, or one kind after the other. */
function bySlot(tensors: readonly FileTensor[], weights: readonly Trained[], slots: number, grouped: boolean) {
  const at = (weight: number, slot: number) =>
    tensors[grouped ? slot * weights.length + weight : weight * slots + slot]!;
  const all = weights.map((_, weight) => Array.from({ length: slots }, (__, slot) => at(weight, slot)));
  const fits = all.every((own, weight) => own.every(({ shape }) => shape.join() === weights[weight]!.shape.join()));
  return fits ? all : null;
}

/**
 * What a file keeps of its optimizer, for the weights that are trained; null where it keeps nothing, or training has
 * another optimizer, or other layers are frozen than when it was saved. Throws `WeightFileError('truncated')`.
 */
export async function optimizerStart(
  { optimizer, layers }: WeightFile,
  { pairs }: Match,
  all: readonly Trained[],
  choice: OptimizerChoice,
): Promise<OptimizerStart | null> {
  if (!optimizer || !isSame(optimizer.name, choice.name)) return null;
  const keys = new Map(pairs.map(({ key, tensor }) => [tensor, key]));
  const trained = new Map(all.filter(({ trainable }) => trainable).map((weight) => [weight.key, weight]));
  // In the order in which Keras lists what it trains.
  const weights = layers.flatMap(tensorsOf).flatMap((tensor) => trained.get(keys.get(tensor) ?? '') ?? []);
  const slots = optimizerSlots(choice);
  const [steps] = optimizer.tensors.filter(({ shape }) => shape.length === 0);
  const own = optimizer.tensors.filter(({ shape }) => shape.length > 0).slice(0, weights.length * slots.length);
  if (steps === undefined || weights.length < trained.size || own.length < weights.length * slots.length) return null;
  const grouped = choice.name === 'rmsprop' || own.some(({ name }) => older.test(name));
  const found = bySlot(own, weights, slots.length, grouped) ?? bySlot(own, weights, slots.length, !grouped);
  if (found === null) return null;
  const [time = 0] = await wholeTensor(steps);
  const state: Record<string, WeightData[string]> = {
    time: { shape: [2], values: Float32Array.of(Math.floor(time / 65_536), time % 65_536) },
  };
  for (const [at, { key, shape }] of weights.entries()) {
    for (const [slot, name] of slots.entries()) {
      state[`${key}/${name}`] = { shape, values: await wholeTensor(found[at]![slot]!) };
    }
  }
  return { name: choice.name, state };
}
