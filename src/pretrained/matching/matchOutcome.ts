import type { FileTensor } from '../../formats/weights/weightFile';
import type { MatchReport } from './matchReport';

/** A weight of the model by its key in the engine, with the tensor it gets. */
export interface WeightPair {
  readonly key: string;
  readonly tensor: FileTensor;
}

export interface Match {
  readonly report: MatchReport;
  /** Weights found with the right shape. */
  readonly pairs: readonly WeightPair[];
  /**
   * Layers of the file between those that were taken, and tensors of taken layers that the model has no place for: the
   * file is of another architecture, such as VGG19's for VGG16. What follows is only a top left out.
   */
  readonly amid: readonly string[];
}

/** All of the model's weights are there, and nothing speaks for another architecture. */
export const complete = ({ report, amid }: Match): boolean =>
  report.missing.length === 0 && report.wrongShape.length === 0 && amid.length === 0;

/** How much of a model a match finds: of two that find as much, the one with more tensors of another shape is nearer. */
export const worth = ({ report: { loaded, wrongShape } }: Pick<Match, 'report'>): number =>
  loaded.length + wrongShape.length / 1e6;
