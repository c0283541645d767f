import { type Tensor, concat } from '@tensorflow/tfjs-core';
import { layers, serialization } from '../tfjsLayers';

type Shape = (number | null)[];

/** Keras's Concatenate where a size is only known with the data (null): tf.layers' wants all others known and equal. */
export class OpenConcatenate extends layers.Layer {
  static readonly className = 'KerasOpenConcatenate';
  private readonly axis: number;

  constructor({ name, axis }: { readonly name: string; readonly axis: number }) {
    super({ name });
    this.axis = axis;
  }

  override computeOutputShape(inputShapes: Shape[]): Shape {
    return inputShapes[0]!.map((_, at) => {
      const sizes = inputShapes.map((shape) => shape[at]!);
      if (sizes.includes(null as never)) return null;
      return at === this.axis ? sizes.reduce((sum, size) => sum + size) : sizes[0]!;
    });
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return concat(inputs as Tensor[], this.axis);
  }
}

serialization.registerClass(OpenConcatenate);
