import { batchesOf } from '../../data/batches';
import { yieldToEventLoop } from '../watch/steps';
import { forget } from '../model/resetStates';
import { collectorFor, diagonal } from './collectors';
import type { Evaluation, Judgement, OutputEvaluation } from '../protocol/curves';
import { cancelledError } from '../protocol/engineError';
import type { Share } from '../protocol/share';
import type { Task } from '../training/task';
import { type Job, check } from '../training/train';
import { answersOf } from '../training/trainStep';

/** A model with its data, on a backend. */
export type Judging = Pick<Job, 'task' | 'guard'>;

/** Who waits for it: how far it is, and whether it is still wanted. */
export interface Told {
  progress(share: Share): void;
  readonly cancelled: AbortSignal;
}

const nobody: Told = { progress: () => undefined, cancelled: new AbortController().signal };

/**
 * Losses, accuracies, confusion matrices and points over the validation samples; over the training samples where none are
 * held back. The samples of the test are not looked at.
 */
export async function evaluate(job: Judging): Promise<Evaluation> {
  const { validation, training } = job.task.split;
  return judgement(job, validation.length > 0 ? validation : training, nobody);
}

/** The same over the samples of the test. Throws `EngineError('cancelled')`. */
export const evaluateTest = (job: Judging, told: Told): Promise<Judgement> => judgement(job, job.task.split.test, told);

/** How the model does on some samples. */
async function judgement(job: Judging, samples: Task['split']['test'], told: Told): Promise<Judgement> {
  const task: Task = { ...job.task, split: { ...job.task.split, validation: samples } };
  const totals = (await check({ ...job, task }))!;
  const collectors = task.heads.map((head) => collectorFor(task, head));
  forget(task.built);
  const batches = batchesOf(task, samples);
  for (const [index, batch] of batches.entries()) {
    if (told.cancelled.aborted) throw cancelledError();
    told.progress({ done: index, total: batches.length });
    const answers = answersOf(task, batch);
    await job.guard
      .watch(Promise.all(answers.map((answer, head) => collectors[head]!.take(answer, batch))))
      .finally(() => answers.forEach((answer) => answer.dispose()));
    await yieldToEventLoop();
  }
  told.progress({ done: batches.length, total: batches.length });
  const outputs = task.heads.map(({ output }, index): OutputEvaluation => {
    const own = totals.outputs[index]!;
    const found = collectors[index]!.result();
    const right = found.unanswered === 0 ? own.right : diagonal(found.matrix);
    const accuracy = found.matrix.length > 0 ? right / own.samples : null;
    return { output, loss: own.loss / own.samples, accuracy, ...found };
  });
  const accuracy = outputs.length === 1 ? outputs[0]!.accuracy : null;
  return { loss: totals.loss / totals.samples, accuracy, outputs };
}
