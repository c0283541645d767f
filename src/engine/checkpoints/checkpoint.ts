import type { TensorPlaces } from '../model/starts/tensorPlaces';
import type { Run } from '../protocol/run';
import type { WeightData } from '../protocol/weights';

/** Weights that training leaves alone: a store writes them once, however many checkpoints have them. */
export interface StillWeights {
  /** Tells them from others: a hash of their names and values; empty where there are none. */
  readonly id: string;
  readonly weights: WeightData;
}

/** Saved after every epoch: everything to go on from there, after a reload too. */
export interface Checkpoint {
  readonly project: string;
  /** Fingerprint of the plan's layers and weights: a changed model cannot take an old checkpoint. */
  readonly fingerprint: string;
  readonly run: Run;
  /** Those that training changes. */
  readonly weights: WeightData;
  readonly still: StillWeights;
  /** The optimizer's own tensors, in its order, and how many steps it has done. */
  readonly optimizer: { readonly name: string; readonly state: WeightData };
  /** Training steps done, of which the dropout masks depend. */
  readonly steps: number;
}

/** Where a project's model starts when a file was put into it. */
export interface ImportedStart {
  /** Of the model that the file was put into. */
  readonly fingerprint: string;
  /** Its id among the weights that are kept on this device. */
  readonly file: string;
  /** What it was called. */
  readonly name: string;
  /** Where in it the model's weights are, for what stays of them when the model is changed; missing in those of before. */
  readonly places?: TensorPlaces;
}

/** Bytes a checkpoint needs on disk, for the message when there are not as many. */
export function bytesOf({ weights, still, optimizer }: Pick<Checkpoint, 'weights' | 'still' | 'optimizer'>): number {
  const all = [weights, still.weights, optimizer.state].flatMap((data) => Object.values(data));
  return all.reduce((sum, { values }) => sum + values.byteLength, 0);
}
