import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { maskedInput, valuesShape } from '../masks';
import { layers, serialization } from '../tfjsLayers';

export interface GlobalPoolingSettings {
  readonly name: string;
  readonly operation: 'average' | 'max';
  readonly keepdims: boolean;
}

/**
 * Keras's GlobalAveragePooling and GlobalMaxPooling of sequences, pictures and volumes, which can keep the pooled axes
 * and, when averaging, leave masked time steps out. tfjs's own do neither.
 */
export class GlobalPooling extends layers.Layer {
  static readonly className = 'KerasGlobalPooling';
  private readonly settings: GlobalPoolingSettings;

  constructor(settings: GlobalPoolingSettings) {
    super({ name: settings.name });
    this.settings = settings;
  }

  override computeOutputShape(given: (number | null)[] | (number | null)[][]): (number | null)[] {
    const inputShape = valuesShape(given);
    const kept = this.settings.keepdims ? inputShape.slice(1, -1).map(() => 1) : [];
    return [inputShape[0]!, ...kept, inputShape.at(-1)!];
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const { x, mask } = maskedInput(inputs);
      const { operation, keepdims } = this.settings;
      const axes = x.shape.slice(1, -1).map((_, index) => index + 1);
      if (operation === 'max') return x.max(axes, keepdims);
      if (mask === null) return x.mean(axes, keepdims);
      const seen = mask.expandDims(-1);
      return x.mul(seen).sum(axes, keepdims).div(seen.sum(axes, keepdims));
    });
  }
}

serialization.registerClass(GlobalPooling);
