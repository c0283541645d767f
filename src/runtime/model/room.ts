import { getBackend } from '@tensorflow/tfjs-core';
import { type OptimizerChoice, optimizerSlots } from '../../document/training/trainingChoices';
import type { LayersModel } from '../../engine/layers/tfjsLayers';
import { flatGraph } from './flatGraph';

const bytesPerNumber = 4;
/** What WebAssembly addresses. */
const wasmRoom = 2 ** 31;

const numbersOf = (shape: readonly (number | null)[]) =>
  shape.reduce<number>((product, axis) => product * (axis ?? 1), 1);
const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GB`;

/**
 * Throws in words where training needs more memory than the backend has, and names a batch that fits. Weights, gradients and
 * what the optimizer keeps are there once, every layer's output (and its gradient) for each sample of a batch.
 */
export function refuseTooLarge(
  whole: LayersModel,
  trained: LayersModel,
  optimizer: OptimizerChoice,
  batchSize: number,
  room: number | null = getBackend() === 'wasm' ? wasmRoom : null,
): void {
  if (room === null) return;
  const perSample = flatGraph(trained).nodes.reduce((sum, { shape }) => sum + numbersOf(shape), 0) * 2 * bytesPerNumber;
  const learned = trained.trainableWeights.reduce((sum, { shape }) => sum + numbersOf(shape), 0);
  const copies = 1 + optimizerSlots(optimizer).length;
  const fixed = bytesPerNumber * (whole.countParams() + learned * copies);
  const needed = fixed + perSample * batchSize;
  if (needed <= room) return;
  const fits = Math.floor((room - fixed) / perSample);
  const remedy =
    fits >= 1
      ? `try --batch-size ${fits}`
      : 'its weights alone are too many: take WebGPU (BACKEND=webgpu), or a smaller model';
  throw new Error(
    `Training needs about ${gigabytes(needed)} in batches of ${batchSize}, ${getBackend()} has ${gigabytes(room)}: ${remedy}.`,
  );
}
