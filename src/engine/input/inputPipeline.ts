import type { Activities } from '../training/activities';
import type { DatasetInputs } from './datasetInputs';

/** The way that samples take: what goes in, and the part of the model that runs on it. */
export interface InputPipeline {
  readonly activities: Activities;
  readonly inputs: DatasetInputs;
}
