import type { Snapshot } from '../../checkpoints/checkpointer';
import type { OptimizerStart } from './optimizerStart';

/** What a run goes on from. */
export interface Beginning {
  /** The state to go on from; null starts afresh with the weights as they are. */
  readonly learned: Snapshot | null;
  /** Of a fresh run: what a file that was put in keeps of the optimizer. */
  readonly started: OptimizerStart | null;
}
