import type { Cut, NoCut } from '../../engine/protocol/cut';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import type { Run } from '../../engine/protocol/run';
import type { BatchProgress } from '../../engine/protocol/curves';
import type { Share } from '../../engine/protocol/share';

export type Phase = 'idle' | 'loading' | 'training' | 'paused' | 'stopping' | 'evaluating';

/** What is shown of a project's run and of what else goes on in it: what events change. */
export interface ShownRun {
  readonly phase: Phase;
  /** The run that is going on, or the last one. */
  readonly run: Run | null;
  readonly progress: BatchProgress | null;
  /** Reports of that run since the page was opened, thinned. */
  readonly batches: readonly BatchProgress[];
  readonly error: EngineTrouble | null;
  /** Weights on their way into the model, in bytes. */
  readonly loading: (Share & { readonly name: string }) | null;
  /** A saved model being written, in bytes. */
  readonly saving: Share | null;
  /** Photos being decoded. */
  readonly decoding: Share | null;
  /** Samples from which layers learn of the data. */
  readonly adapting: Share | null;
  /** Pictures whose features are being computed. */
  readonly features: Share | null;
  /** Samples predicted, of many. */
  readonly many: Share | null;
  /** Where the frozen part of the model ends and what that saves, or why nothing is kept; null before a run. */
  readonly cut: Cut | NoCut | null;
}
