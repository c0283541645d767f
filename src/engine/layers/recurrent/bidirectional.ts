import { type Tensor, concat, reverse, tidy } from '@tensorflow/tfjs-core';
import { maskedInput, valuesShape } from '../masks';
import type { Recurrent } from './recurrent';
import { serialization } from '../tfjsLayers';
import { Wrapping, type WrappingSettings } from './wrapping';

export interface BidirectionalSettings extends WrappingSettings {
  readonly layer: Recurrent;
  /** The same layer in the other direction. */
  readonly backwardLayer: Recurrent;
  readonly mergeMode?: 'concat' | 'sum' | 'mul' | 'ave';
}

/** Keras's Bidirectional: one layer reads the sequence forwards, one backwards; their outputs are merged. */
export class Bidirectional extends Wrapping {
  static readonly className = 'KerasBidirectional';
  readonly returnSequences: boolean;
  private readonly forward: Recurrent;
  private readonly backward: Recurrent;
  private readonly mergeMode: 'concat' | 'sum' | 'mul' | 'ave';

  constructor({ layer, backwardLayer, mergeMode = 'concat', ...settings }: BidirectionalSettings) {
    super(settings, [layer, backwardLayer]);
    this.forward = layer;
    this.backward = backwardLayer;
    this.mergeMode = mergeMode;
    this.returnSequences = layer.returnSequences;
    for (const half of [layer, backwardLayer]) half.zeroOutputForMask = this.returnSequences;
  }

  override build(inputShape: (number | null)[] | (number | null)[][]): void {
    this.buildInside(valuesShape(inputShape));
  }

  override computeOutputShape(inputShape: (number | null)[] | (number | null)[][]): (number | null)[] {
    const one = this.forward.computeOutputShape(inputShape);
    return this.mergeMode === 'concat' ? [...one.slice(0, -1), 2 * one.at(-1)!] : one;
  }

  override call(inputs: Tensor | Tensor[], { training }: Record<string, unknown>): Tensor {
    return tidy(() => {
      const { x, mask } = maskedInput(inputs);
      const given = mask === null ? x : [x, mask];
      const one = this.forward.apply(given, { training }) as Tensor;
      const last = this.backward.apply(given, { training }) as Tensor;
      const other = this.returnSequences ? reverse(last, 1) : last;
      switch (this.mergeMode) {
        case 'concat':
          return concat([one, other], -1);
        case 'sum':
          return one.add(other);
        case 'mul':
          return one.mul(other);
        case 'ave':
          return one.add(other).div(2);
      }
    });
  }
}

serialization.registerClass(Bidirectional);
