import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { layers, serialization } from '../tfjsLayers';

/** Keras's Softmax along any axes; that of TensorFlow.js works along the last one only. */
export class AxisSoftmax extends layers.Layer {
  static readonly className = 'AxisSoftmax';
  private readonly axis: readonly number[];

  /** Axes whose values sum to 1 together, with the batch as 0. */
  constructor({ name, axis }: { readonly name: string; readonly axis: readonly number[] }) {
    super({ name });
    this.axis = axis;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return inputShape;
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      const last = x.shape.map((_, at) => at).filter((at) => !this.axis.includes(at));
      const order = [...last, ...this.axis];
      const moved = x.transpose(order);
      const shares = moved.reshape([...moved.shape.slice(0, last.length), -1]).softmax();
      return shares.reshape(moved.shape).transpose(order.map((_, at) => order.indexOf(at)));
    });
  }
}

serialization.registerClass(AxisSoftmax);
