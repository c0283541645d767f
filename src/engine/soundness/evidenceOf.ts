import { type Tensor, dispose, tidy } from '@tensorflow/tfjs-core';
import type { Watching } from '../backend/watching';
import { batchOf } from '../input/batch';
import { forget } from '../model/resetStates';
import type { Evidence } from './likelyCause';
import { lossPerSample } from '../training/losses';
import type { Task } from '../training/task';
import { answersOf } from '../training/trainStep';

/** A batch with what the model, as it is now, makes of it, read back. */
export async function evidenceOf(task: Task, samples: Uint32Array, guard: Watching): Promise<Evidence> {
  forget(task.built);
  const { xs, ys, answers, losses } = tidy(() => {
    const batch = batchOf(task, samples, null);
    const said = answersOf(task, samples);
    const each = task.heads.map((head, index) => lossPerSample(head, batch.ys[index]!, said[index]!));
    return { xs: [...batch.xs], ys: [...batch.ys], answers: [...said], losses: each };
  });
  const read = (tensors: readonly Tensor[]) => Promise.all(tensors.map((tensor) => tensor.data()));
  try {
    const work = Promise.all([read(xs), read(ys), read(answers), read(losses)]);
    const [inputs, targets, said, cost] = await guard.watch(work);
    return { samples: samples.length, inputs, targets, answers: said, losses: cost };
  } finally {
    dispose([...xs, ...ys, ...answers, ...losses]);
  }
}
