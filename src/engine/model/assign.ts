import { type Tensor, type Tensor1D, type Variable, engine, tensor } from '@tensorflow/tfjs-core';
import type { FileTensor } from '../../formats/weights/weightFile';
import { wholeTensor } from '../../formats/weights/wholeTensor';
import { emptyOnDevice } from '../backend/emptyOnDevice';

/** A weight that takes values: its shape, and the variable it lies in. */
interface Assignable {
  readonly shape: readonly number[];
  readonly variable: Variable;
}

/** Puts values into a weight. */
export function assign(weight: Assignable, values: Float32Array<ArrayBuffer>): void {
  giveWay(weight);
  takeOver(weight, tensor(values, [...weight.shape], 'float32'));
}

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

/** Before new values come: a device, and wasm's memory for good, would else hold the largest weight twice. */
function giveWay({ variable }: Assignable): void {
  engine().disposeTensor(variable);
}

function takeOver({ variable }: Assignable, fresh: Tensor): void {
  variable.assign(fresh as Tensor1D);
  fresh.dispose();
}
