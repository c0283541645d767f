import { tensor } from '@tensorflow/tfjs-core';
import type { FileTensor } from '../../formats/weights/weightFile';
import { wholeTensor } from '../../formats/weights/wholeTensor';
import { emptyOnDevice } from '../backend/emptyOnDevice';
import { type Assignable, giveWay, takeOver } from './assign';

/**
 * Puts a file's tensor of the weight's size into it, on the device piece by piece; `between` is waited for after each.
 * Where it fails the weight is of no use. Throws what reading throws.
 */
export async function assignFrom(weight: Assignable, given: FileTensor, between: () => Promise<void>): Promise<void> {
  giveWay(weight);
  const empty = emptyOnDevice(weight.shape);
  if (empty === null) {
    takeOver(weight, tensor(await wholeTensor(given), [...weight.shape], 'float32'));
    return;
  }
  takeOver(weight, empty.tensor);
  let at = 0;
  for await (const piece of given.pieces()) {
    await empty.put(at, piece);
    at += piece.length;
    await between();
  }
}
