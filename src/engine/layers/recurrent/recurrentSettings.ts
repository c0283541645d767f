import type { Constraint, Initializer, Regularizer } from '../tfjsLayers';

/** What every recurrent layer takes; what is left out is Keras's default. */
export interface RecurrentSettings {
  readonly name?: string;
  readonly trainable?: boolean;
  readonly units: number;
  readonly activation?: string;
  readonly useBias?: boolean;
  readonly kernelInitializer?: Initializer;
  readonly recurrentInitializer?: Initializer;
  readonly biasInitializer?: Initializer;
  readonly kernelRegularizer?: Regularizer | null;
  readonly recurrentRegularizer?: Regularizer | null;
  readonly biasRegularizer?: Regularizer | null;
  readonly kernelConstraint?: Constraint | null;
  readonly recurrentConstraint?: Constraint | null;
  readonly biasConstraint?: Constraint | null;
  readonly dropout?: number;
  readonly recurrentDropout?: number;
  readonly returnSequences?: boolean;
  readonly goBackwards?: boolean;
  readonly stateful?: boolean;
}
