import { resolvedLosses } from '../../../compile/fittingLoss';
import { snakeCase } from '../../../compile/identifiers';
import { type Plan, preprocessingFor } from '../../../compile/plan';
import type { Head } from '../../../data/fitting';
import type { Document } from '../../../document/document';
import type { PlacedTensor } from '../model/placed';
import { lossFunction } from '../scripts/losses';
import { pythonLiteral } from './pythonLiteral';

/** What is known of the data that the project takes along, or has to find. */
export interface SettingsData {
  /** How each output is judged; null where no data is known that fits. */
  readonly heads: readonly Head[] | null;
  /** Names of the arrays that go into the inputs. */
  readonly arrays: readonly string[];
  /** By input: the height, width and channels that its pictures get; null where they have them. */
  readonly sizes: readonly (readonly number[] | null)[];
  readonly classes: readonly string[] | null;
  /** Samples at the end that are held back, and behind them those of the test. */
  readonly validation: number;
  readonly test: number;
  /** Values 0 … 255. */
  readonly pixels: boolean;
}

/** The weight's form in Keras as a view and an order of axes. */
function keptForm({ axes, shape, loosely, weight, from }: PlacedTensor) {
  const order = loosely ?? axes ?? weight.shape.map((_, axis) => axis);
  const inverse = order.map((_, place) => order.indexOf(place));
  const view = shape && !loosely ? order.map((axis) => (from ?? weight.shape)[axis]!) : null;
  return { view, inverse };
}

function rules(tensors: readonly PlacedTensor[]) {
  const trained = tensors.filter(({ weight }) => weight.trainable);
  const penalties = trained.flatMap(({ name, weight: { regularizer } }) =>
    regularizer ? [[name, Number(regularizer.settings['l1'] ?? 0), Number(regularizer.settings['l2'] ?? 0)]] : [],
  );
  const constraints = trained.flatMap((tensor) => {
    const { constraint } = tensor.weight;
    if (!constraint) return [];
    const { view, inverse } = keptForm(tensor);
    const limits = Object.fromEntries(
      Object.entries(constraint.settings).map(([key, value]) => [snakeCase(key), value]),
    );
    return [[tensor.name, view, inverse, snakeCase(constraint.name), limits]];
  });
  return { PENALTIES: penalties, CONSTRAINTS: constraints };
}

const comments: Readonly<Record<string, string>> = {
  OUTPUTS: 'loss, its weight in the total, number of units, form of the targets and metrics of every output',
  ARRAYS: 'arrays of data/data.npz that go into the inputs, in their order',
  SIZES: 'height, width and channels that pictures of each array get; None: as they are',
  VALIDATION_SPLIT: 'share of the samples that is held back; None: the last VALIDATION_COUNT',
  PENALTIES: 'weight, l1, l2',
  CONSTRAINTS: "weight, its view and order of axes in Keras's form, constraint, limits",
};

/** `settings.py`: how the document says that the model is trained, as plain data. */
export function settingsFile(
  plan: Plan,
  training: Document['training'],
  tensors: readonly PlacedTensor[],
  data: SettingsData,
): string {
  const { batchSize, epochs, seed, shuffle, validationSplit, classWeight, earlyStopping, interpolation } = training;
  const outputs = resolvedLosses(plan, training).map(({ output, loss, weight, metrics }, index) => ({
    name: output,
    loss: lossFunction(loss),
    weight,
    units: data.heads?.[index]?.units ?? plan.shapes[output]?.at(-1) ?? 1,
    targets: snakeCase(data.heads?.[index]?.targets ?? 'oneHot'),
    metrics: metrics.map(snakeCase),
  }));
  const input = plan.shapes[plan.inputs[0]!] ?? [];
  const { enabled, monitor, patience, minDelta } = earlyStopping;
  const values = {
    BATCH_SIZE: batchSize,
    EPOCHS: epochs,
    SEED: seed,
    SHUFFLE: shuffle,
    VALIDATION_SPLIT: validationSplit,
    VALIDATION_COUNT: data.validation,
    TEST_COUNT: data.test,
    CLASS_WEIGHT: classWeight,
    OUTPUTS: outputs,
    ARRAYS: data.arrays,
    SIZES: data.sizes,
    CLASSES: data.classes,
    PIXELS: data.pixels,
    PICTURE: input.length === 3 ? input : null,
    // Clips are always scaled.
    PREPROCESSING: input.length === 4 ? 'scale' : preprocessingFor(plan, training.preprocessing),
    INTERPOLATION: interpolation,
    EARLY_STOPPING: enabled ? { monitor: snakeCase(monitor), patience, min_delta: minDelta } : null,
    ...rules(tensors),
  };
  const lines = Object.entries(values).flatMap(([name, value]) => [
    ...(comments[name] ? [`# ${comments[name]}`] : []),
    ...pythonLiteral(`${name} = `, value),
  ]);
  return ['"""How the model is trained, as set in the editor."""', '', ...lines, ''].join('\n');
}
