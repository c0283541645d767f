import type { Library } from '../../document/template';
import type { Fix } from '../../document/fix';
import type { Training } from '../../document/training';
import type { LossName } from '../../document/training/losses';
import type { Plan } from '../../compile/plan';
import type { DataTrouble } from '../fitting';
import type { DatasetFacts } from '../dataset';

/** What is wrong between a model and its data, or trains, but hardly means what was meant. */
interface Mistakes {
  /** The data do not go into the model, or do not judge what it says: it cannot be trained on them. */
  misfit: { readonly trouble: DataTrouble; readonly dataset: string };
  /** Softmax over one value is always 1. */
  softmaxOfOne: Readonly<Record<string, never>>;
  /** The loss compares the right class with others, but there is one output. */
  lossOfOne: { readonly loss: LossName };
  /** The loss is meant for outputs of another activation. */
  activationOfLoss: { readonly loss: LossName; readonly activation: string; readonly wanted: string };
  /** Another number of outputs than the data have classes, or numbers. */
  units: { readonly units: number; readonly expected: number; readonly kind: 'classes' | 'numbers' };
  /** The model is for photos of one's own: there are none yet (null), or digits are chosen, which have another number of classes. */
  photosWanted: { readonly units: number; readonly dataset: string | null };
  /** The activation ends below the numbers to predict. */
  boundedOutput: { readonly activation: string; readonly bound: number; readonly largest: number };
  unscaledInputs: { readonly largest: number };
  unscaledTargets: { readonly largest: number };
  /** Pixels 0 … 255 as they are. */
  unscaledPictures: Readonly<Record<string, never>>;
}
export type MistakeCode = keyof Mistakes;
export type MistakeData<C extends MistakeCode> = Mistakes[C];

/** A mistake at its brick, as data; the sentence is made in `src/i18n/troubles/mistakes/mistakes.ts`. */
export type Mistake = {
  readonly [C in MistakeCode]: {
    readonly code: C;
    readonly where: string;
    readonly data: Mistakes[C];
    readonly fixes: readonly Fix[];
  };
}[MistakeCode];

/** What is judged; `facts` is null for data that are not here. */
export interface Judged {
  readonly plan: Plan;
  readonly training: Training;
  readonly facts: DatasetFacts | null;
  readonly library: Library;
}
