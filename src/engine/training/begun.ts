import type { Training } from '../../document/training';
import type { ActiveBackend } from '../backend/backend';
import type { CheckpointStore } from '../checkpoints/checkpoints';
import type { FeatureContext } from '../features/featureCache';
import type { Snapshot } from '../checkpoints/checkpointer';
import type { Beginning } from '../model/starts/beginning';
import type { EngineEvent } from '../protocol/events';
import type { WeightData } from '../protocol/weights';
import type { PlanTask } from './taskFor';

/** What a run is told. */
export interface RunSettings {
  readonly project: string;
  readonly training: Training;
  readonly checkpoints: CheckpointStore;
  /** Where features of the frozen part are kept. */
  readonly features: FeatureContext['places'];
  emit(event: EngineEvent): void;
  keep(snapshot: Snapshot): void;
}

/** What a run works on. */
export interface Begun extends Beginning {
  readonly task: PlanTask;
  readonly active: ActiveBackend;
  /** Builds the model again on a working device: of the same kind, or else on the next backend. */
  recover(weights: WeightData, sameKind: boolean): Promise<Pick<Begun, 'task' | 'active'>>;
}
