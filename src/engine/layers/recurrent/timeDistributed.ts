import { type Tensor, stack, tidy, unstack } from '@tensorflow/tfjs-core';
import { type layers, serialization } from '../tfjsLayers';
import { Wrapping } from './wrapping';

export interface TimeDistributedSettings {
  readonly name?: string;
  readonly layer: layers.Layer;
  /** The steps go through the layer one after the other, because it learns or remembers something at each. */
  readonly oneByOne?: boolean;
}

/** Keras's TimeDistributed: the same layer for every step, `[batch, steps, …]` → `[batch, steps, …]`. */
export class TimeDistributed extends Wrapping {
  static readonly className = 'KerasTimeDistributed';
  private readonly layer: layers.Layer;
  private readonly oneByOne: boolean;

  constructor({ name, layer, oneByOne = false }: TimeDistributedSettings) {
    super(name, [layer]);
    this.layer = layer;
    this.oneByOne = oneByOne;
  }

  override build([batch, , ...rest]: (number | null)[]): void {
    this.buildInside([batch!, ...rest]);
  }

  override computeOutputShape([batch, steps, ...rest]: (number | null)[]): (number | null)[] {
    const [, ...inner] = this.layer.computeOutputShape([batch!, ...rest]) as (number | null)[];
    return [batch!, steps!, ...inner];
  }

  override call(inputs: Tensor | Tensor[], { training }: Record<string, unknown>): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      const apply = (slice: Tensor) => this.layer.apply(slice, { training }) as Tensor;
      if (this.oneByOne) return stack(unstack(x, 1).map(apply), 1);
      const [batch, steps, ...rest] = x.shape as [number, number, ...number[]];
      const y = apply(x.reshape([batch * steps, ...rest]));
      return y.reshape([batch, steps, ...y.shape.slice(1)]);
    });
  }
}

serialization.registerClass(TimeDistributed);
