import { type Tensor, stack, tidy, unstack } from '@tensorflow/tfjs-core';
import { maskedInput, valuesShape } from '../masks';
import { type layers, serialization } from '../tfjsLayers';
import { Wrapping, type WrappingSettings } from './wrapping';

export interface TimeDistributedSettings extends WrappingSettings {
  readonly layer: layers.Layer;
  /** The steps go through the layer one after the other, because it learns or remembers something at each. */
  readonly oneByOne?: boolean;
}

/** Keras's TimeDistributed: the same layer for every step, `[batch, steps, …]` → `[batch, steps, …]`. */
export class TimeDistributed extends Wrapping {
  static readonly className = 'KerasTimeDistributed';
  private readonly layer: layers.Layer;
  private readonly oneByOne: boolean;

  constructor({ layer, oneByOne = false, ...settings }: TimeDistributedSettings) {
    super(settings, [layer]);
    this.layer = layer;
    this.oneByOne = oneByOne;
  }

  override build(inputShape: (number | null)[] | (number | null)[][]): void {
    const [batch, , ...rest] = valuesShape(inputShape);
    this.buildInside([batch!, ...rest]);
  }

  override computeOutputShape(inputShape: (number | null)[] | (number | null)[][]): (number | null)[] {
    const [batch, steps, ...rest] = valuesShape(inputShape);
    const [, ...inner] = this.layer.computeOutputShape([batch!, ...rest]) as (number | null)[];
    return [batch!, steps!, ...inner];
  }

  override call(inputs: Tensor | Tensor[], { training }: Record<string, unknown>): Tensor {
    return tidy(() => {
      const { x, mask } = maskedInput(inputs);
      const apply = (slice: Tensor, valid?: Tensor) =>
        this.layer.apply(valid === undefined ? slice : [slice, valid], { training }) as Tensor;
      if (this.oneByOne) {
        const valid = mask && unstack(mask, 1);
        return stack(
          unstack(x, 1).map((slice, step) => apply(slice, valid?.[step])),
          1,
        );
      }
      const flat = ({ shape: [batch, steps, ...rest] }: Tensor) => [batch! * steps!, ...rest];
      const [batch, steps] = x.shape as [number, number, ...number[]];
      const y = apply(x.reshape(flat(x)), mask?.reshape(flat(mask)));
      return y.reshape([batch, steps, ...y.shape.slice(1)]);
    });
  }
}

serialization.registerClass(TimeDistributed);
