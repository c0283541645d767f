import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EpochMetrics } from '../../engine/protocol/curves';
import type { WeightData } from '../../engine/protocol/weights';
import { readTensors, writeTensors } from './tensorFiles';

/** Where a run stands after an epoch, so that it can go on from there. */
export interface TrainingState {
  readonly epochs: readonly EpochMetrics[];
  /** Batches so far: what is drawn at random depends on it. */
  readonly steps: number;
  readonly optimizer: { readonly name: string; readonly state: WeightData };
}

interface StateJson {
  readonly epochs: readonly EpochMetrics[];
  readonly steps: number;
  readonly optimizer: string;
}

const file = 'training.json';

/** Keeps it beside the weights. */
export function saveState(folder: string, { epochs, steps, optimizer }: TrainingState): void {
  const tensors = Object.entries(optimizer.state).map(([name, tensor]) => ({ name, ...tensor }));
  writeTensors(folder, 'optimizer', tensors);
  const json: StateJson = { epochs, steps, optimizer: optimizer.name };
  writeFileSync(join(folder, file), JSON.stringify(json));
}

/** What was kept, or null. */
export function readState(folder: string): TrainingState | null {
  if (!existsSync(join(folder, file))) return null;
  const { epochs, steps, optimizer } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as StateJson;
  const tensors = readTensors(join(folder, 'optimizer.json')).map(
    ({ name, shape, values }) => [name, { shape, values: Float32Array.from(values) }] as const,
  );
  return { epochs, steps, optimizer: { name: optimizer, state: Object.fromEntries(tensors) } };
}
