import { nextTask } from './control';
import { tellsClasses } from './losses';
import type { Evaluation } from './protocol';
import { type Job, check } from './train';
import { classesOf } from './trainStep';

/** Loss, accuracy and confusion matrix over the validation samples; over the training samples where none are held back. */
export async function evaluate(job: Pick<Job, 'task' | 'training' | 'guard'>): Promise<Evaluation> {
  const { split } = job.task;
  const held = split.validation.length > 0 ? split : { ...split, validation: split.training };
  const task = { ...job.task, split: held };
  const values = (await check({ ...job, task }))!;
  const loss = values.loss / values.samples;
  if (!tellsClasses(task.loss, task.units)) return { matrix: [], perClass: [], loss, accuracy: null };
  const classes = Math.max(task.units, task.dataset.classes.length);
  const matrix = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  for (let start = 0; start < held.validation.length; start += job.training.batchSize) {
    const samples = held.validation.subarray(start, start + job.training.batchSize);
    const guessed = classesOf(task, samples);
    const said = await job.guard.watch(guessed.data()).finally(() => guessed.dispose());
    samples.forEach((sample, index) => {
      matrix[task.dataset.labels[sample]!]![said[index]!]! += 1;
    });
    await nextTask();
  }
  const perClass = matrix.map((row, label) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return total === 0 ? null : row[label]! / total;
  });
  return { matrix, perClass, loss, accuracy: values.right / values.samples };
}
