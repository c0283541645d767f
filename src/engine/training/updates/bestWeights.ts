import { type TrainableModel, setWeights } from '../../model/trainableModel';
import type { EpochMetrics } from '../../protocol/curves';
import type { WeightData } from '../../protocol/weights';
import { type EarlyStopping, isBest } from '../earlyStopping';

/** The weights of the best epoch since training was started, as Keras's EarlyStopping keeps them for its end. */
export class BestWeights {
  private best: { readonly epoch: number; readonly weights: WeightData } | null = null;

  /** `done`: epochs that were trained before. */
  constructor(
    private readonly rule: EarlyStopping,
    private readonly done: number,
  ) {}

  /** The weights after the last of these epochs. */
  look(epochs: readonly EpochMetrics[], weights: WeightData): void {
    if (isBest(epochs.slice(this.done), this.rule)) this.best = { epoch: epochs.length, weights };
  }

  /** Gives the model the best weights; the epoch that they are of, null where they are not wanted. */
  restore(model: TrainableModel): number | null {
    if (this.best !== null) setWeights(model, this.best.weights);
    return this.best?.epoch ?? null;
  }
}
