import { type Tensor, concat, ones, split, tidy } from '@tensorflow/tfjs-core';
import { activationFunction } from '../activation/activationFunction';
import { type Cell, Recurrent } from './recurrent';
import type { RecurrentSettings } from './recurrentSettings';
import type { LayerContext } from '../runState';
import { serialization } from '../tfjsLayers';

export interface LstmSettings extends RecurrentSettings {
  readonly recurrentActivation?: string;
  /** The forget gate's bias starts with ones. */
  readonly unitForgetBias?: boolean;
}

/** Keras's LSTM (Hochreiter & Schmidhuber 1997); gates in the order input, forget, candidate, output. */
export class Lstm extends Recurrent {
  static readonly className = 'KerasLstm';
  private readonly gate: (x: Tensor) => Tensor;
  private readonly unitForgetBias: boolean;

  constructor(settings: LstmSettings, context?: LayerContext) {
    super(settings, 4, 2, context);
    this.gate = activationFunction(settings.recurrentActivation ?? 'sigmoid');
    this.unitForgetBias = settings.unitForgetBias ?? true;
  }

  override build(inputShape: number[]): void {
    super.build(inputShape);
    const { bias, units } = this;
    if (bias === null || !this.unitForgetBias) return;
    tidy(() => {
      const start = bias.read();
      bias.write(concat([start.slice(0, units), ones([units]), start.slice(2 * units)]));
    });
  }

  protected override cell(masks: readonly Tensor[] | null): Cell {
    const { gate, activate } = this;
    const product = this.recurrence(masks);
    return (x, [state, carry]) => {
      const [input, forget, candidate, output] = split(x.add(product(state!)), 4, 1) as [
        Tensor,
        Tensor,
        Tensor,
        Tensor,
      ];
      const kept = gate(forget)
        .mul(carry!)
        .add(gate(input).mul(activate(candidate)));
      return [gate(output).mul(activate(kept)), kept];
    };
  }
}

serialization.registerClass(Lstm);
