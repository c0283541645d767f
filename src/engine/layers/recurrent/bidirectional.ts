import { type Tensor, concat, reverse, tidy } from '@tensorflow/tfjs-core';
import { maskFor } from '../masks';
import type { Recurrent } from './recurrent';
import { serialization } from '../tfjsLayers';
import { Wrapping } from './wrapping';

export interface BidirectionalSettings {
  readonly name?: string;
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

  constructor({ name, layer, backwardLayer, mergeMode = 'concat' }: BidirectionalSettings) {
    super(name, [layer, backwardLayer]);
    this.forward = layer;
    this.backward = backwardLayer;
    this.mergeMode = mergeMode;
    this.returnSequences = layer.returnSequences;
    for (const half of [layer, backwardLayer]) half.zeroOutputForMask = this.returnSequences;
  }

  override build(inputShape: (number | null)[]): void {
    this.buildInside(inputShape);
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    const one = this.forward.computeOutputShape(inputShape);
    return this.mergeMode === 'concat' ? [...one.slice(0, -1), 2 * one.at(-1)!] : one;
  }

  override computeMask(_: Tensor | Tensor[], mask?: Tensor | Tensor[]): Tensor | Tensor[] {
    return (this.returnSequences ? mask : null)!;
  }

  override call(inputs: Tensor | Tensor[], kwargs: Record<string, unknown>): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      const given = { training: kwargs['training'], mask: maskFor(this, kwargs) };
      const one = this.forward.apply(x, given) as Tensor;
      const last = this.backward.apply(x, given) as Tensor;
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
