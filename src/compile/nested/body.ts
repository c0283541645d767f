import type { Window } from '../../brick/brick';
import type { Call } from '../../brick/call';
import type { Shape } from '../../brick/shape';
import type { Document } from '../../document/document';
import type { Library } from '../../document/template';
import type { Plan, Step, Weight, WeightsFrom } from '../plan';

/** What a step needs from around it: the library, and the compiler for the model inside a brick. */
export interface CompileContext {
  readonly library: Library;
  readonly compile: (document: Document) => Plan;
}

/** What a brick makes of a step: all that it says besides its place in the model. */
export interface Body {
  readonly call: Call;
  readonly shape: Shape;
  readonly weights: readonly Weight[];
  readonly window: readonly Window[] | null;
  readonly nested?: Plan;
  readonly weightsFrom?: WeightsFrom;
  readonly preprocessing?: NonNullable<Step['preprocessing']>;
  /** A model inside the model of which no layer is trained is frozen as a whole. */
  readonly trainable?: boolean;
}
