import { type Tensor, split } from '@tensorflow/tfjs-core';
import { activationFunction } from '../activation/activationFunction';
import { Recurrent } from './recurrent';
import type { RecurrentSettings } from './recurrentSettings';
import type { Cell } from './stepByStep';
import { type WholeCell, wholeCell } from './stepsAtOnce';
import type { LayerContext } from '../runState';
import { type Initializer, serialization } from '../tfjsLayers';
import { UnitForgetBias } from './unitForgetBias';

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
  private readonly wholeCell: WholeCell | null;

  constructor(settings: LstmSettings, context?: LayerContext) {
    super(settings, 4, 2, context);
    this.gate = activationFunction(settings.recurrentActivation ?? 'sigmoid');
    this.wholeCell = wholeCell('lstm', settings);
    this.unitForgetBias = settings.unitForgetBias ?? true;
  }

  protected override get whole(): WholeCell | null {
    return this.wholeCell;
  }

  protected override biasStart(given: Initializer): Initializer {
    return this.unitForgetBias ? new UnitForgetBias(given) : given;
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
