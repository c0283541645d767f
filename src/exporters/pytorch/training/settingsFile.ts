import { resolvedLosses } from '../../../compile/fittingLoss';
import { snakeCase } from '../../../compile/identifiers';
import { frozenAtRandom, startsOf } from '../../../compile/nested/starts';
import { thawed } from '../../../compile/nested/thawed';
import { type Plan, preprocessingFor } from '../../../compile/plan';
import type { Head } from '../../../data/fitting';
import type { Document } from '../../../document/document';
import { allSettings, settingNumbers } from '../../../document/training/trainingChoices';
import { scheduleSettings } from './scheduleSettings';
import { clippingOf } from './clippingOf';
import type { PlacedTensor } from '../model/placed';
import { kerasName } from '../../../training/setting';
import { lossFunction } from '../../lossFunction';
import { metricFunction } from '../scripts/metrics';
import { pythonLiteral } from './pythonLiteral';

/** What is known of the data that the project takes along, or has to find. */
export interface SettingsData {
  /** How each output is judged; null where no data is known that fits. */
  readonly heads: readonly Head[] | null;
  /** Names of the arrays that go into the inputs. */
  readonly arrays: readonly string[];
  /** By input: the height, width and channels that its pictures get; null where they have them. */
  readonly sizes: readonly (readonly number[] | null)[];
  /** By input: the shape of a sample, channels last. */
  readonly shapes: readonly (readonly (number | null)[])[];
  readonly classes: readonly string[] | null;
  /** Samples at the end that are held back, null where nobody knows, and behind them those of the test. */
  readonly validation: number | null;
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

/** The modules that `--fine-tune` trains. */
function tunedModules(plan: Plan, tensors: readonly PlacedTensor[]): readonly string[] {
  const { backbone, layers } = thawed(plan);
  const own = new Set(layers.map(({ name }) => (backbone ? `${backbone.name}/${name}` : name)));
  const modules = tensors
    .filter(({ layer }) => own.has(layer))
    .map(({ name, path }) => name.slice(0, -path.length - 1));
  return [...new Set(modules)];
}

/** Below which whole numbers an input takes its values; null: it takes any. */
const vocabularyOf = ({ steps }: Plan, input: string) =>
  steps.find(({ inputs, call }) => inputs.includes(input) && call.traits.vocabulary !== undefined)?.call.traits
    .vocabulary ?? null;

const comments: Readonly<Record<string, string>> = {
  SCHEDULE: 'how the learning rate changes; learning rates as multiples of the first one',
  OUTPUTS: 'of every output: loss, its own settings, weight in the total, units, form of the targets, metrics',
  ARRAYS: 'arrays of data/data.npz that go into the inputs, in their order',
  SIZES: 'height, width and channels that pictures of each array get; None: as they are',
  SHAPES: 'shape of a sample in each array, channels last; None: any size',
  VOCABULARY: 'the numbers in each array are below this; None: any numbers',
  VALIDATION_SPLIT: 'share of the samples that is held back; None: the last VALIDATION_COUNT',
  VALIDATION_COUNT: 'None: a fifth',
  NEEDS_WEIGHTS: 'training is refused without weights.safetensors: what is frozen would stay random',
  FINE_TUNED: 'modules that train.py --fine-tune trains, too',
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
  const outputs = resolvedLosses(plan, training).map(({ output, loss, lossSettings, weight, metrics }, index) => ({
    name: output,
    loss: lossFunction(loss),
    loss_settings: Object.fromEntries(Object.entries(lossSettings).map(([key, value]) => [kerasName(key), value])),
    weight,
    units: data.heads?.[index]?.units ?? plan.shapes[output]?.at(-1) ?? 1,
    targets: snakeCase(data.heads?.[index]?.targets ?? 'oneHot'),
    metrics: metrics.map(metricFunction),
  }));
  const input = plan.shapes[plan.inputs[0]!] ?? [];
  const { enabled, monitor, patience, minDelta } = earlyStopping;
  const { optimizer } = training;
  const { learningRate } = allSettings(optimizer);
  const clipping = clippingOf(optimizer);
  const schedule = scheduleSettings(training);
  const { weightDecay } = settingNumbers(optimizer);
  const tuned = tunedModules(plan, tensors);
  const values = {
    BATCH_SIZE: batchSize,
    EPOCHS: epochs,
    LEARNING_RATE: learningRate,
    ...(schedule && { SCHEDULE: schedule }),
    ...(clipping && { CLIPPING: settingNumbers(optimizer)[clipping] }),
    ...(weightDecay! > 0 && { WEIGHT_DECAY: weightDecay }),
    SEED: seed,
    SHUFFLE: shuffle,
    VALIDATION_SPLIT: validationSplit,
    VALIDATION_COUNT: data.validation,
    TEST_COUNT: data.test,
    CLASS_WEIGHT: classWeight,
    OUTPUTS: outputs,
    ARRAYS: data.arrays,
    SIZES: data.sizes,
    SHAPES: data.shapes,
    VOCABULARY: plan.inputs.map((name) => vocabularyOf(plan, name)),
    CLASSES: data.classes,
    PIXELS: data.pixels,
    PICTURE: input.length === 3 ? input : null,
    // Clips are always scaled.
    PREPROCESSING: input.length === 4 ? 'scale' : preprocessingFor(plan, training.preprocessing),
    INTERPOLATION: interpolation,
    EARLY_STOPPING: enabled ? { monitor: snakeCase(monitor), patience, min_delta: minDelta } : null,
    NEEDS_WEIGHTS: frozenAtRandom(plan).length > 0 || startsOf(plan).length > 0,
    ...(tuned.length > 0 && { FINE_TUNED: tuned }),
    ...rules(tensors),
  };
  const lines = Object.entries(values).flatMap(([name, value]) => [
    ...(comments[name] ? [`# ${comments[name]}`] : []),
    ...pythonLiteral(`${name} = `, value),
  ]);
  return ['"""How the model is trained, as set in the editor."""', '', ...lines, ''].join('\n');
}
