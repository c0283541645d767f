import type { BatchProgress, EpochMetrics } from '../engine/protocol/curves';
import type { Fitted } from './fit';
import { curves, scoresOf, words } from './scores';

/** Says on the terminal how a training goes. */
export interface TrainingReport {
  progress(progress: BatchProgress): void;
  epoch(epochs: readonly EpochMetrics[], last: number): void;
  end(result: Fitted): void;
}

/** One line of JSON for each epoch: for programs. */
const machineReport: TrainingReport = {
  progress: () => undefined,
  epoch: (epochs) => process.stdout.write(`${JSON.stringify(scoresOf(epochs.at(-1)!))}\n`),
  end: ({ test }) => {
    if (test !== null) process.stdout.write(`${JSON.stringify({ test })}\n`);
  },
};

const personReport: TrainingReport = {
  progress({ batch, batches, loss, metrics, imagesPerSecond }) {
    if (!process.stdout.isTTY) return;
    const scores = words({ loss, ...metrics });
    process.stdout.write(`\r  batch ${batch}/${batches}  ${scores}  ${Math.round(imagesPerSecond)} samples/s `);
  },
  epoch(epochs, last) {
    if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
    const { epoch, seconds } = epochs.at(-1)!;
    console.log(`Epoch ${epoch}/${last}  ${words(scoresOf(epochs.at(-1)!))}  (${seconds.toFixed(1)} s)`);
  },
  end({ epochs, test }) {
    if (test !== null) console.log(`Test: ${words(test)}`);
    for (const line of curves(epochs)) console.log(line);
  },
};

export const trainingReport = (json: boolean): TrainingReport => (json ? machineReport : personReport);
