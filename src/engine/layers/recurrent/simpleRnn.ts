import type { Tensor } from '@tensorflow/tfjs-core';
import { Recurrent } from './recurrent';
import type { RecurrentSettings } from './recurrentSettings';
import type { Cell } from './stepByStep';
import { type WholeCell, wholeCell } from './stepsAtOnce';
import type { LayerContext } from '../runState';
import { serialization } from '../tfjsLayers';

/** Keras's SimpleRNN: the output of a step goes into the next one. */
export class SimpleRnn extends Recurrent {
  static readonly className = 'KerasSimpleRnn';

  private readonly wholeCell: WholeCell | null;

  constructor(settings: RecurrentSettings, context?: LayerContext) {
    super(settings, 1, 1, context);
    this.wholeCell = wholeCell('simpleRnn', settings);
  }

  protected override get whole(): WholeCell | null {
    return this.wholeCell;
  }

  protected override cell(masks: readonly Tensor[] | null): Cell {
    const product = this.recurrence(masks);
    return (x, [state]) => [this.activate(x.add(product(state!)))];
  }
}

serialization.registerClass(SimpleRnn);
