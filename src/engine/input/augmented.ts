import { tensor, tidy } from '@tensorflow/tfjs-core';
import { changeOf, changed } from './augment';
import { yieldToEventLoop } from '../watch/steps';
import type { Guard } from '../backend/guard';
import type { Picture } from '../protocol/samples';
import type { Request } from '../protocol/protocol';

/** A picture as the epochs 1, 2, … of a run would see it. */
export async function augmented(
  { picture, augmentation, count, seed }: Request<'augmented'>,
  guard: Guard,
): Promise<readonly Picture[]> {
  const { width, height, channels, values } = picture;
  const pictures: Picture[] = [];
  for (let epoch = 1; epoch <= count; epoch++) {
    const change = changeOf(augmentation, [height, width], seed, epoch, 0);
    const result = tidy(() => changed(tensor(values, [1, height, width, channels]), [change], augmentation));
    const own = await guard.watch(result.data<'float32'>()).finally(() => result.dispose());
    pictures.push({ width, height, channels, values: Float32Array.from(own) });
    await yieldToEventLoop();
  }
  return pictures;
}
