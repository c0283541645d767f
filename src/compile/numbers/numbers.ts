import { remembered } from '../../document/remembered';
import type { Training } from '../../document/training';
import { optimizerSlots } from '../../document/training/trainingChoices';
import { multiplyAdds, sumOf, valuesOf } from './multiplyAdds';
import type { Plan, Step } from '../plan';
import { type ReceptiveField, receptiveFields } from './receptiveField';

/** Everything is float32. */
const bytesPerValue = 4;

/** What people ask about one layer besides its shape and parameters; null where an unknown axis leaves it open. */
export interface Numbers {
  /** Multiply-adds for one sample. */
  readonly multiplyAdds: number | null;
  /** Bytes of its output for one sample; of a nested model those of all its layers. */
  readonly activation: number | null;
  /** Bytes of its weights. */
  readonly weights: number;
  readonly receptiveField: ReceptiveField;
}

function activationBytes({ nested, shape }: Step): number | null {
  if (nested) return sumOf(nested.steps.map(activationBytes));
  const values = valuesOf(shape);
  return values === null ? null : values * bytesPerValue;
}

/** Numbers of every layer by name; layers inside nested models as `backbone/layer`. */
export const numbersOf = remembered((plan: Plan): ReadonlyMap<string, Numbers> => {
  const fields = receptiveFields(plan);
  const numbers = new Map<string, Numbers>();
  const add = ({ steps }: Plan, prefix: string) => {
    for (const step of steps) {
      const name = prefix + step.name;
      numbers.set(name, {
        multiplyAdds: multiplyAdds(step),
        activation: activationBytes(step),
        weights: step.parameters * bytesPerValue,
        receptiveField: fields.get(name) ?? null,
      });
      if (step.nested) add(step.nested, `${name}/`);
    }
  };
  add(plan, '');
  return numbers;
});

export interface Memory {
  readonly weights: number;
  /** Outputs of all layers for the whole batch. */
  readonly activations: number | null;
  /** Gradients of the trainable weights, and of the outputs. */
  readonly gradients: number | null;
  /** What the optimizer keeps for every trainable weight. */
  readonly optimizer: number;
  /** Weights and outputs: all kept at once, which is the most that predicting can need. */
  readonly predicting: number | null;
  /** Weights, outputs, gradients and what the optimizer keeps. */
  readonly training: number | null;
}

/** Memory in bytes of these layers of a model at a batch size. */
export function memoryOf(
  steps: readonly Step[],
  { batchSize, optimizer: chosen }: Pick<Training, 'batchSize' | 'optimizer'>,
): Memory {
  const weights = steps.reduce((sum, { parameters }) => sum + parameters, 0) * bytesPerValue;
  const trainable = steps.reduce((sum, step) => sum + step.trainableParameters, 0) * bytesPerValue;
  const perSample = activationsOf(steps);
  const activations = perSample === null ? null : perSample * batchSize;
  const gradients = activations === null ? null : activations + trainable;
  const optimizer = trainable * optimizerSlots(chosen).length;
  return {
    weights,
    activations,
    gradients,
    optimizer,
    predicting: sumOf([weights, activations]),
    training: sumOf([weights, activations, gradients, optimizer]),
  };
}

/** Bytes of the outputs of these layers together, for one sample; null where one of them is unknown. */
export function activationsOf(steps: readonly Step[]): number | null {
  return sumOf(steps.map(activationBytes));
}

/** Multiply-adds of these layers together, for one sample; null where one of them is unknown. */
export function multiplyAddsOf(steps: readonly Step[]): number | null {
  return sumOf(steps.map(multiplyAdds));
}
