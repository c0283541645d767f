import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { batchesOf } from '../../data/batches';
import type { Watching } from '../backend/watching';
import { Normalization } from '../layers/preparation/normalization';
import { type SymbolicTensor, model } from '../layers/tfjsLayers';
import type { Share } from '../protocol/share';
import type { RunControl } from '../training/runControl';
import type { Task } from '../training/task';
import { yieldToEventLoop } from '../watch/steps';

interface Adapting {
  /** Only the samples that are trained on, as they are without augmentation. */
  readonly task: Pick<Task, 'built' | 'split' | 'checking' | 'batchSize' | 'stateful'>;
  readonly guard: Watching;
  readonly control: Pick<RunControl, 'stopped' | 'gate'>;
  /** How many samples a layer has seen. */
  readonly progress?: (share: Share) => void;
}

/** What goes into a layer, out of what goes into the model. */
function readerFor({ built }: Adapting['task'], symbol: SymbolicTensor): (xs: readonly Tensor[]) => Tensor {
  const { inputs } = built.model;
  const place = inputs.indexOf(symbol);
  if (place >= 0) return (xs) => xs[place]!.clone();
  const upTo = model({ inputs, outputs: symbol });
  return (xs) => upTo.apply(xs.length === 1 ? xs[0]! : [...xs], { training: false }) as Tensor;
}

/**
 * Layers that learn of the data before training (Keras's `adapt`) do so, each behind those before it; one that has learned
 * already, as in a run that goes on or from a file, stays as it is. Where it is stopped on the way, the rest learns nothing.
 */
export async function adapt({ task, guard, control, progress = () => {} }: Adapting): Promise<void> {
  for (const layer of task.built.model.layers) {
    if (!(layer instanceof Normalization)) continue;
    const moments = await guard.watch(layer.wanted());
    if (moments === null) continue;
    const read = readerFor(task, [layer.getInputAt(0)].flat()[0]!);
    const batches = batchesOf(task, task.split.training);
    const total = batches.reduce((sum, { length }) => sum + length, 0);
    let done = 0;
    for (const samples of batches) {
      await control.gate();
      if (control.stopped) return;
      const values = tidy(() => read(task.checking.inputs(samples, 1)));
      try {
        moments.add(await guard.watch(values.data()), values.shape);
      } finally {
        values.dispose();
      }
      done += samples.length;
      progress({ done, total });
      await yieldToEventLoop();
    }
    if (moments.seen > 0) layer.settle(moments);
  }
}
