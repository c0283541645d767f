import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import { orthogonalValues } from './orthogonalValues';
import { serialization } from '../tfjsLayers';

/** Two uniform numbers give one that is normally distributed (Box–Muller). */
const normal = () => Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());

/** Keras's Orthogonal initializer. tfjs's own works on tensors row by row, and takes half a minute for 128 units. */
export class Orthogonal extends serialization.Serializable {
  static readonly className = 'FastOrthogonal';

  constructor(private readonly gain: number) {
    super();
  }

  apply(shape: number[]): Tensor {
    return tensor(orthogonalValues(shape, this.gain, normal), shape);
  }

  /** Asked for by tfjs's serialization. */
  fromConfigUsesCustomObjects(): boolean {
    return false;
  }

  getConfig(): serialization.ConfigDict {
    return { gain: this.gain };
  }
}
