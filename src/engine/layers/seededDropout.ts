import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { dropoutMask } from './dropoutMask';
import { layers, serialization } from './tfjsLayers';
import { derivedSeed } from './randomNumbers';
import { type LayerContext, aloneContext } from './runState';

/**
 * Keras's Dropout with a mask that depends on seed, layer and step only. tfjs's own repeats one mask when seeded, and
 * without a seed no run can be repeated.
 */
export class SeededDropout extends layers.Layer {
  static readonly className = 'SeededDropout';
  private readonly rate: number;
  private readonly context: LayerContext;

  constructor({ name, rate }: { readonly name: string; readonly rate: number }, context = aloneContext(name)) {
    super({ name });
    this.rate = rate;
    this.context = context;
    this.supportsMasking = true;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return inputShape;
  }

  override call(inputs: Tensor | Tensor[], kwargs: Record<string, unknown>): Tensor {
    const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
    if (kwargs['training'] !== true || this.rate === 0) return x;
    const { label, run } = this.context;
    return tidy(() => x.mul(dropoutMask(x.shape, this.rate, derivedSeed(run.seed, label, run.step))));
  }
}

serialization.registerClass(SeededDropout);
