import { type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { layers, serialization } from './tfjsLayers';
import { derivedSeed, randomNumbers } from './randomNumbers';
import type { LayerContext } from './runState';

/**
 * Keras's Dropout with a mask that depends on seed, layer and step only. tfjs's own repeats one mask when seeded, and
 * without a seed no run can be repeated.
 */
export class SeededDropout extends layers.Layer {
  static readonly className = 'SeededDropout';
  private readonly rate: number;
  private readonly context: LayerContext;

  constructor({ name, rate }: { readonly name: string; readonly rate: number }, context: LayerContext) {
    super({ name });
    this.rate = rate;
    this.context = context;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return inputShape;
  }

  override call(inputs: Tensor | Tensor[], kwargs: Record<string, unknown>): Tensor {
    const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
    if (kwargs['training'] !== true || this.rate === 0) return x;
    const { label, run } = this.context;
    const random = randomNumbers(derivedSeed(run.seed, label, run.step));
    const kept = 1 / (1 - this.rate);
    const mask = new Float32Array(x.size);
    for (let index = 0; index < mask.length; index++) mask[index] = random() < this.rate ? 0 : kept;
    return tidy(() => x.mul(tensor(mask, x.shape)));
  }
}

serialization.registerClass(SeededDropout);
