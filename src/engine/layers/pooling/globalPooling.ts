import { type Tensor, tidy } from '@tensorflow/tfjs-core';
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
    this.supportsMasking = true;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    const kept = this.settings.keepdims ? inputShape.slice(1, -1).map(() => 1) : [];
    return [inputShape[0]!, ...kept, inputShape.at(-1)!];
  }

  /** No time steps are left that could be masked. tfjs's types forget that there may be no mask. */
  override computeMask(): Tensor {
    return null as unknown as Tensor;
  }

  override call(inputs: Tensor | Tensor[], kwargs: Record<string, unknown>): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      const { operation, keepdims } = this.settings;
      const axes = x.shape.slice(1, -1).map((_, index) => index + 1);
      if (operation === 'max') return x.max(axes, keepdims);
      const mask = (Array.isArray(kwargs['mask']) ? kwargs['mask'][0] : kwargs['mask']) as Tensor | null | undefined;
      if (mask === null || mask === undefined) return x.mean(axes, keepdims);
      const seen = mask.toFloat().expandDims(-1);
      return x.mul(seen).sum(axes, keepdims).div(seen.sum(axes, keepdims));
    });
  }
}

serialization.registerClass(GlobalPooling);
