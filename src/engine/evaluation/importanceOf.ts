import { batchesOf } from '../../data/batches';
import { type Dataset, sampleSize } from '../../data/dataset';
import { classScores } from '../../data/scores/classScores';
import { type Importance, columnImportance, columnPlaces, permuted } from '../../data/scores/importance';
import { numberScores } from '../../data/scores/numberScores';
import { plainInputs } from '../input/datasetInputs';
import { forget } from '../model/resetStates';
import { EngineError, cancelledError } from '../protocol/engineError';
import type { Task } from '../training/task';
import { answersOf } from '../training/trainStep';
import { yieldToEventLoop } from '../watch/steps';
import { collectorFor } from './collectors';
import type { Judging, Told } from './evaluate';

/** Tries with each column, as scikit-learn's `permutation_importance`, and samples that are asked about at most. */
const tries = 5;
const mostSamples = 2000;

/** Some samples of a dataset, alone. */
function picked(dataset: Dataset, samples: Uint32Array): Dataset {
  const { target, shape, values } = dataset;
  const each = sampleSize(shape);
  const own = new Float32Array(samples.length * each);
  samples.forEach((sample, at) => own.set(values.subarray(sample * each, (sample + 1) * each), at * each));
  const units = target.kind === 'numbers' ? target.names.length : 1;
  return {
    ...dataset,
    count: samples.length,
    validation: samples.length,
    test: 0,
    values: own,
    target:
      target.kind === 'classes'
        ? { ...target, labels: Uint16Array.from(samples, (sample) => target.labels[sample]!) }
        : {
            ...target,
            values: Float32Array.from({ length: samples.length * units }, (_, at) => {
              return target.values[samples[Math.floor(at / units)]! * units + (at % units)]!;
            }),
          },
  };
}

/**
 * How much the model's first output needs each column of a table: the fall of accuracy, or of R², over validation samples
 * whose values in this column are mixed. Throws `EngineError('cancelled')`, or `dataMismatch` for what is no table.
 */
export async function importanceOf({ task, guard }: Judging, told: Told): Promise<Importance> {
  const { validation, training } = task.split;
  const held = validation.length > 0 ? validation : training;
  const every = Math.ceil(held.length / mostSamples);
  const dataset = picked(
    task.dataset,
    held.filter((_, at) => at % every === 0),
  );
  const places = columnPlaces(dataset);
  if (places.length === 0) {
    throw new EngineError({ code: 'dataMismatch', data: { expected: [1], got: task.dataset.shape, what: 'input' } });
  }
  const size = sampleSize(dataset.shape);
  const all = Uint32Array.from({ length: dataset.count }, (_, at) => at);
  const values = Float32Array.from(dataset.values);
  const total = 1 + places.length * tries;
  let done = 0;
  const scoreOf = async (own: Float32Array<ArrayBuffer>): Promise<number> => {
    if (told.cancelled.aborted) throw cancelledError();
    told.progress({ done, total });
    done++;
    return score({ ...dataset, values: own });
  };
  const score = async (mixed: Dataset): Promise<number> => {
    const inputs = plainInputs({ dataset: mixed, feeds: task.feeds, mode: task.mode });
    const split = { training: new Uint32Array(), validation: all, test: new Uint32Array() };
    const own: Task = { ...task, dataset: mixed, split, checking: { ...task.checking, inputs } };
    const collector = collectorFor(own, own.heads[0]!);
    forget(own.built);
    for (const batch of batchesOf(own, all)) {
      const answers = answersOf(own, batch);
      await guard
        .watch(collector.take(answers[0]!, batch))
        .finally(() => answers.forEach((answer) => answer.dispose()));
      await yieldToEventLoop();
    }
    const { matrix, errors } = collector.result();
    return errors === undefined ? (classScores(matrix)?.accuracy ?? 0) : (numberScores(errors)?.r2 ?? 0);
  };
  const whole = await scoreOf(values);
  const columns = [];
  for (const place of places) {
    const own = [];
    for (let at = 0; at < tries; at++) own.push(await scoreOf(permuted(values, size, place, at + 1)));
    columns.push(columnImportance(place.column, whole, own));
  }
  told.progress({ done: total, total });
  const { target } = dataset;
  return {
    measure: target.kind === 'classes' && collectsClasses(task) ? 'accuracy' : 'r2',
    score: whole,
    samples: dataset.count,
    columns: columns.toSorted((one, other) => other.mean - one.mean),
  };
}

/** Is the first output judged by classes? */
const collectsClasses = (task: Task): boolean => collectorFor(task, task.heads[0]!).result().errors === undefined;
