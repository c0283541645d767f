import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { yieldToEventLoop } from '../watch/steps';
import type { Guard } from '../backend/guard';
import { forget } from '../model/resetStates';
import type { BuiltModel } from '../model/model';
import type { Preparation, Sample } from '../protocol/samples';
import { sampleInputs, samplesAtOnce } from '../input/sampleInputs';
import type { Share } from '../protocol/share';

/** Samples that go through the model at once. */
const mostAtOnce = 16;

type Answer = readonly Float32Array<ArrayBuffer>[];

/** Every output's values, cut into samples. */
async function answersOf(outputs: readonly Tensor[], samples: number): Promise<Answer[]> {
  const values = await Promise.all(outputs.map((output) => output.data<'float32'>()));
  return Array.from({ length: samples }, (_, sample) =>
    outputs.map((output, index) => {
      const size = output.size / output.shape[0]!;
      return Float32Array.from(values[index]!.subarray(sample * size, (sample + 1) * size));
    }),
  );
}

/** What every output says about every sample; fewer samples once `cancelled`. */
export async function predictMany(
  built: BuiltModel,
  samples: readonly Sample[],
  preparation: Preparation | undefined,
  guard: Guard,
  { progress, cancelled }: { progress(share: Share): void; cancelled(): boolean },
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const step = samplesAtOnce(built, mostAtOnce);
  while (answers.length < samples.length && !cancelled()) {
    progress({ done: answers.length, total: samples.length });
    const part = samples.slice(answers.length, answers.length + step);
    forget(built);
    const outputs = tidy(() => {
      const xs = sampleInputs(built, part, preparation);
      const said = built.model.apply(xs.length === 1 ? xs[0]! : xs, { training: false });
      return (Array.isArray(said) ? (said as Tensor[]) : [said as Tensor]).map((output) => output.clone());
    });
    const own = await guard
      .watch(answersOf(outputs, part.length))
      .finally(() => outputs.forEach((output) => output.dispose()));
    answers.push(...own);
    await yieldToEventLoop();
  }
  progress({ done: samples.length, total: samples.length });
  return answers;
}
