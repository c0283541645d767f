import { batchesOf } from '../../data/batches';
import { yieldToEventLoop } from '../watch/steps';
import { forget } from '../model/resetStates';
import { collectorFor, diagonal } from './collectors';
import type { Evaluation, Judgement, OutputEvaluation } from '../protocol/curves';
import type { Task } from '../training/task';
import { type Job, check } from '../training/train';
import { answersOf } from '../training/trainStep';

/**
 * Losses, accuracies, confusion matrices and points over the validation samples; over the training samples where none are
 * held back. The same over the samples of the test, where there are any.
 */
export async function evaluate(job: Pick<Job, 'task' | 'guard'>): Promise<Evaluation> {
  const { validation, training, test } = job.task.split;
  const held = await judgement(job, validation.length > 0 ? validation : training);
  return { ...held, test: test.length > 0 ? await judgement(job, test) : null };
}

/** How the model does on some samples. */
async function judgement(job: Pick<Job, 'task' | 'guard'>, samples: Task['split']['test']): Promise<Judgement> {
  const task: Task = { ...job.task, split: { ...job.task.split, validation: samples } };
  const totals = (await check({ ...job, task }))!;
  const collectors = task.heads.map((head) => collectorFor(task, head));
  forget(task.built);
  for (const batch of batchesOf(task, samples)) {
    const answers = answersOf(task, batch);
    await job.guard
      .watch(Promise.all(answers.map((answer, index) => collectors[index]!.take(answer, batch))))
      .finally(() => answers.forEach((answer) => answer.dispose()));
    await yieldToEventLoop();
  }
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
