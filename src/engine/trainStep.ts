import { type Scalar, type Tensor, keep, tensor, tidy, variableGrads } from '@tensorflow/tfjs-core';
import type { LossName } from '../document/training';
import { type Split, batchValues, pictureShape } from '../data/batches';
import type { ImageDataset } from '../data/dataset';
import { type Targets, lossPerSample } from './losses';
import { batchSums } from './metrics';
import type { BuiltModel, BuiltWeight } from './model';
import type { Optimizer } from './optimizers';
import { withPenalties } from './penalties';

/** A model with the data it works on and the loss that judges it. */
export interface Task {
  readonly built: BuiltModel;
  readonly dataset: ImageDataset;
  readonly split: Split;
  readonly loss: LossName;
  readonly targets: Targets;
  /** Number of outputs. */
  readonly units: number;
}

/** Inputs and targets of some samples as tensors; the caller disposes them. */
export function batchOf({ built, dataset, targets, units }: Task, samples: Uint32Array<ArrayBuffer>) {
  const input = built.plan.steps.find(({ name }) => name === built.plan.inputs[0])!.shape;
  const picture = pictureShape(dataset, input);
  const values = batchValues(dataset, samples, picture);
  const shape = input.length === 3 ? picture : [picture[0] * picture[1] * picture[2]];
  const rows = new Float32Array(samples.length * units).fill(targets === 'plusMinus' ? -1 : 0);
  samples.forEach((sample, row) => {
    const label = dataset.labels[sample]!;
    if (units > 1) rows[row * units + label] = 1;
    else rows[row] = targets === 'plusMinus' ? label * 2 - 1 : label;
  });
  return { x: tensor(values, [samples.length, ...shape]), y: tensor(rows, [samples.length, units]) };
}

/** Value above which an output says yes. */
const positive = (targets: Targets) => (targets === 'plusMinus' ? 0 : 0.5);

function judged(task: Task, y: Tensor, outputs: Tensor): Scalar {
  const mean = lossPerSample(task.loss, y, outputs).mean();
  return withPenalties(mean, task.built.weights) as Scalar;
}

/** One training step: changes the weights, and gives the batch's sums as a small tensor that stays on the device. */
export function trainStep(task: Task, optimizer: Optimizer, samples: Uint32Array<ArrayBuffer>): Tensor {
  const { model, weights, run } = task.built;
  const trained = weights.filter(({ trainable }) => trainable);
  const sums = tidy(() => {
    const { x, y } = batchOf(task, samples);
    let outputs!: Tensor;
    const forward = () => {
      outputs = keep(model.apply(x, { training: true }) as Tensor);
      return judged(task, y, outputs);
    };
    const result = trained.length > 0 ? learn(forward, trained, optimizer) : forward();
    const sums = batchSums(result.mul(samples.length), y, outputs, positive(task.targets));
    outputs.dispose();
    return sums;
  });
  run.step++;
  return sums;
}

function learn(forward: () => Scalar, trained: readonly BuiltWeight[], optimizer: Optimizer): Scalar {
  const { value, grads } = variableGrads(
    forward,
    trained.map(({ variable }) => variable),
  );
  const reached = trained.filter(({ variable }) => grads[variable.name] !== null);
  optimizer.apply(
    reached,
    reached.map(({ variable }) => grads[variable.name]!),
  );
  for (const { variable, constraint } of reached) if (constraint) variable.assign(constraint.apply(variable));
  return value;
}

/** The sums of samples the model only looks at. */
export function checkStep(task: Task, samples: Uint32Array<ArrayBuffer>): Tensor {
  return tidy(() => {
    const { x, y } = batchOf(task, samples);
    const outputs = task.built.model.apply(x, { training: false }) as Tensor;
    return batchSums(judged(task, y, outputs).mul(samples.length), y, outputs, positive(task.targets));
  });
}

/** The class each sample is taken for: its largest output, or whether the only one says yes. */
export function classesOf(task: Task, samples: Uint32Array<ArrayBuffer>): Tensor {
  return tidy(() => {
    const { x } = batchOf(task, samples);
    const outputs = task.built.model.apply(x, { training: false }) as Tensor;
    if (task.units > 1) return outputs.argMax(-1);
    return outputs.greater(positive(task.targets)).toInt().reshape([samples.length]);
  });
}
