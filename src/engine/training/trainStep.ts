import { type Scalar, type Tensor, keep, tidy, variableGrads } from '@tensorflow/tfjs-core';
import type { Targets } from '../../data/targets';
import { type Batch, batchOf } from '../input/batch';
import { batchSumsAtOnce } from './atOnce/batchSumsAtOnce';
import type { InputPipeline } from '../input/inputPipeline';
import { flawOf, lossPerSample } from './losses';
import { batchSums, outputSums, withMetrics } from './metrics';
import type { BuiltWeight } from '../model/trainableModel';
import type { Optimizer } from './updates/optimizer';
import { penalty, withPenalties } from './penalties';
import type { Task } from './task';

/** Value above which an output says yes. */
const positive = (targets: Targets) => (targets === 'plusMinus' ? 0 : 0.5);

interface Judgement {
  /** The weighted sum of the outputs' losses, and the penalties. */
  readonly total: Scalar;
  /** Each output's own loss. */
  readonly losses: readonly Tensor[];
}

/** Keras's `sum_over_batch_size`: weighted losses are divided by the number of samples, not by the weights' sum. */
function judged(
  task: Task,
  { activities }: InputPipeline,
  { ys, weights }: Batch,
  outputs: readonly Tensor[],
  watched: readonly Tensor[],
): Judgement {
  const losses = task.heads.map((head, index) => {
    const each = lossPerSample(head, ys[index]!, outputs[index]!);
    return (weights === null ? each : each.mul(weights)).mean();
  });
  const shares = task.heads.map(({ weight }, index) => (weight === 1 ? losses[index]! : losses[index]!.mul(weight)));
  // Keras divides what activity costs by the batch size.
  const activity = activities.regularizers.map((each, index) =>
    penalty(each, watched[index]!).div(watched[index]!.shape[0]!),
  );
  const loss = [...shares, ...activity].reduce((sum, part) => sum.add(part));
  return { total: withPenalties(loss, task.built.weights) as Scalar, losses };
}

function forwards({ activities: { model, split } }: InputPipeline, xs: readonly Tensor[], training: boolean) {
  return split(model.apply(xs.length === 1 ? xs[0]! : [...xs], { training }) as Tensor | Tensor[]);
}

/** Losses of outputs that are no numbers are none in the sums either, whatever their formulas and the backend make of them. */
function sumsOf(task: Task, { ys }: Batch, outputs: readonly Tensor[], { total, losses }: Judgement): Tensor {
  const answers = task.heads.map(({ targets }, index) => ({
    y: ys[index]!,
    p: outputs[index]!,
    positive: positive(targets),
  }));
  const [only, ...others] = task.heads;
  if (only !== undefined && others.length === 0) {
    const { y, p, positive: above } = answers[0]!;
    const atOnce = batchSumsAtOnce({ whole: total, loss: losses[0]!, y, p }, above);
    if (atOnce !== null) return withMetrics(atOnce, answers[0]!, only.metrics);
  }
  const flaws = outputs.map(flawOf);
  const each = task.heads.map(({ metrics }, index) =>
    withMetrics(outputSums(losses[index]!.add(flaws[index]!), answers[index]!), answers[index]!, metrics),
  );
  const honest = flaws.reduce<Tensor>((sum, flaw) => sum.add(flaw), total);
  return batchSums(honest, outputs[0]!.shape[0]!, each);
}

/** One training step: changes the weights, and gives the batch's sums as a small tensor that stays on the device. */
export function trainStep(task: Task, optimizer: Optimizer, samples: Uint32Array, epoch: number): Tensor {
  const { weights, run } = task.built;
  const trained = weights.filter(({ trainable }) => trainable);
  const sums = tidy(() => {
    const batch = batchOf(task, samples, epoch);
    let outputs!: readonly Tensor[];
    let losses!: readonly Tensor[];
    const forward = () => {
      const results = forwards(task.training, batch.xs, true);
      outputs = results.outputs.map((output) => keep(output));
      const judgement = judged(task, task.training, batch, outputs, results.watched);
      losses = judgement.losses.map((loss) => keep(loss));
      return judgement.total;
    };
    const total = trained.length > 0 ? learn(forward, trained, optimizer) : forward();
    const result = sumsOf(task, batch, outputs, { total, losses });
    for (const kept of new Set([...outputs, ...losses])) kept.dispose();
    return result;
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
export function checkStep(task: Task, samples: Uint32Array): Tensor {
  return tidy(() => {
    const batch = batchOf(task, samples, null);
    const { outputs, watched } = forwards(task.checking, batch.xs, false);
    return sumsOf(task, batch, outputs, judged(task, task.checking, batch, outputs, watched));
  });
}

/** What the model says about some samples: one tensor per output. */
export function answersOf(task: Task, samples: Uint32Array): readonly Tensor[] {
  return tidy(() =>
    forwards(task.checking, task.checking.inputs(samples, 1), false).outputs.map((output) => output.clone()),
  );
}
