import { type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { layers, serialization } from '../tfjsLayers';
import { type Encoding, encoded, encodedShape, withoutSlope } from './encoding';

export interface DiscretizationSettings {
  readonly name: string;
  /** Rising. */
  readonly binBoundaries: readonly number[];
  readonly outputMode: Encoding;
}

/** Keras's Discretization: the number of the range that a value lies in; a boundary belongs to the range above it. */
export class Discretization extends layers.Layer {
  static readonly className = 'KerasDiscretization';
  private readonly settings: DiscretizationSettings;

  constructor(settings: DiscretizationSettings) {
    super({ name: settings.name });
    this.settings = settings;
  }

  private get depth(): number {
    return this.settings.binBoundaries.length + 1;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return encodedShape(inputShape, this.settings.outputMode, this.depth);
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    const { binBoundaries, outputMode } = this.settings;
    return withoutSlope((Array.isArray(inputs) ? inputs[0] : inputs)!, (x) =>
      tidy(() => {
        const below = x.expandDims(-1).greaterEqual(tensor([...binBoundaries]));
        return encoded(below.toFloat().sum(-1), outputMode, this.depth);
      }),
    );
  }
}

serialization.registerClass(Discretization);
