import { type Tensor, type Tensor1D, type Variable, engine, tensor } from '@tensorflow/tfjs-core';

/** A weight that takes values: its shape, and the variable it lies in. */
export interface Assignable {
  readonly shape: readonly number[];
  readonly variable: Variable;
}

/** Puts values into a weight. */
export function assign(weight: Assignable, values: Float32Array<ArrayBuffer>): void {
  giveWay(weight);
  takeOver(weight, tensor(values, [...weight.shape], 'float32'));
}

/** Before new values come: a device, and wasm's memory for good, would else hold the largest weight twice. */
export function giveWay({ variable }: Assignable): void {
  engine().disposeTensor(variable);
}

export function takeOver({ variable }: Assignable, fresh: Tensor): void {
  variable.assign(fresh as Tensor1D);
  fresh.dispose();
}
