import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { derivedSeed } from '../../../data/random';
import { type Drawing, type LayerContext, aloneContext } from '../runState';
import { layers } from '../tfjsLayers';

/**
 * A layer that changes its input at random in training and does nothing when predicting. What it draws depends on seed,
 * layer and step only: tfjs's own layers repeat one draw when seeded, and without a seed no run can be repeated.
 */
export abstract class Noise extends layers.Layer implements Drawing {
  private context: LayerContext;

  constructor({ name }: { readonly name?: string }, context?: LayerContext) {
    super(name === undefined ? {} : { name });
    this.context = context ?? aloneContext(this.name);
  }

  joinRun(context: LayerContext): void {
    this.context = context;
  }

  /** The input as training sees it. */
  protected abstract noisy(x: Tensor, seed: number): Tensor;

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return inputShape;
  }

  override call(inputs: Tensor | Tensor[], kwargs: Record<string, unknown>): Tensor {
    const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
    if (kwargs['training'] !== true) return x;
    const { label, run } = this.context;
    return tidy(() => this.noisy(x, derivedSeed(run.seed, label, run.step)));
  }
}
