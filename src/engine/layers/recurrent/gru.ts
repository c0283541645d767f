import { type Tensor, scalar, split } from '@tensorflow/tfjs-core';
import { activationFunction } from '../activation/activationFunction';
import { Recurrent } from './recurrent';
import type { RecurrentSettings } from './recurrentSettings';
import type { Cell } from './stepByStep';
import { type WholeCell, wholeCell } from './stepsAtOnce';
import type { LayerContext } from '../runState';
import { serialization } from '../tfjsLayers';

export interface GruSettings extends RecurrentSettings {
  readonly recurrentActivation?: string;
  /** The reset gate works on the product with the recurrent kernel, which then has a bias of its own. */
  readonly resetAfter?: boolean;
}

/** Keras's GRU (Cho 2014); gates in the order update, reset, candidate. */
export class Gru extends Recurrent {
  static readonly className = 'KerasGru';
  private readonly gate: (x: Tensor) => Tensor;
  private readonly resetAfter: boolean;
  private readonly wholeCell: WholeCell | null;

  constructor(settings: GruSettings, context?: LayerContext) {
    super(settings, 3, 1, context);
    this.gate = activationFunction(settings.recurrentActivation ?? 'sigmoid');
    this.wholeCell = wholeCell('gru', settings);
    this.resetAfter = settings.resetAfter ?? true;
  }

  protected override get whole(): WholeCell | null {
    return this.resetAfter ? this.wholeCell : null;
  }

  protected override innerBias(): Tensor | null {
    return this.resetAfter ? this.biasRow(1) : null;
  }

  protected override biasShape(): number[] {
    return this.resetAfter ? [2, 3 * this.units] : super.biasShape();
  }

  protected override inputBias(): Tensor | null {
    return this.resetAfter ? this.biasRow(0) : super.inputBias();
  }

  private biasRow(row: number): Tensor | null {
    const width = 3 * this.units;
    return this.bias?.read().slice([row, 0], [1, width]).reshape([width]) ?? null;
  }

  protected override cell(masks: readonly Tensor[] | null): Cell {
    const { gate, activate } = this;
    const mixed = (update: Tensor, state: Tensor, candidate: Tensor) => [
      update.mul(state).add(scalar(1).sub(update).mul(candidate)),
    ];
    if (this.resetAfter) {
      const product = this.recurrence(masks);
      const bias = this.innerBias();
      return (x, [state]) => {
        const inner = product(state!);
        const [xUpdate, xReset, xNew] = split(x, 3, 1) as [Tensor, Tensor, Tensor];
        const [update, reset, fresh] = split(bias ? inner.add(bias) : inner, 3, 1) as [Tensor, Tensor, Tensor];
        const candidate = activate(xNew.add(gate(xReset.add(reset)).mul(fresh)));
        return mixed(gate(xUpdate.add(update)), state!, candidate);
      };
    }
    const [gates, last] = [this.recurrence(masks, 0, 2), this.recurrence(masks, 2, 3)];
    return (x, [state]) => {
      const [xUpdate, xReset, xNew] = split(x, 3, 1) as [Tensor, Tensor, Tensor];
      const [update, reset] = split(gates(state!), 2, 1) as [Tensor, Tensor];
      const candidate = activate(xNew.add(last(gate(xReset.add(reset)).mul(state!))));
      return mixed(gate(xUpdate.add(update)), state!, candidate);
    };
  }
}

serialization.registerClass(Gru);
