import { useStore } from 'zustand';
import type { EpochMetrics } from '../../../engine/protocol/curves';
import { statusWords } from '../../../i18n/status';
import { useServices, useWords } from '../../services';

const width = 220;
const height = 24;

function path(values: readonly (number | null)[], low: number, high: number): string {
  const known = values
    .map((value, index) => ({ value, index }))
    .filter(({ value }) => value !== null && Number.isFinite(value));
  const step = width / Math.max(1, values.length - 1);
  return known
    .map(({ value, index }, order) => {
      const y = height - 3 - (((value ?? 0) - low) / Math.max(high - low, 1e-9)) * (height - 6);
      return `${order === 0 ? 'M' : 'L'}${(index * step).toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
}

/** Values to draw: accuracy where there is one, else the loss. */
function values(epochs: readonly EpochMetrics[], validation: boolean): readonly (number | null)[] {
  const accuracy = epochs.some((epoch) => epoch.accuracy !== null);
  return epochs.map((epoch) => {
    if (accuracy) return validation ? epoch.validationAccuracy : epoch.accuracy;
    return validation ? epoch.validationLoss : epoch.loss;
  });
}

/** The last run's curve as small as a word, validation in the accent colour; before the first epoch that word. */
export function Curve() {
  const { runner } = useServices();
  const words = useWords(statusWords);
  const epochs = useStore(runner.store, (state) => state.run?.epochs);
  if (epochs === undefined || epochs.length === 0) return <span>{words.trainingPanel}</span>;
  const train = values(epochs, false);
  const validation = values(epochs, true);
  let [low, high] = [Infinity, -Infinity];
  for (const value of [...train, ...validation]) {
    if (value === null || !Number.isFinite(value)) continue;
    [low, high] = [Math.min(low, value), Math.max(high, value)];
  }
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true" focusable="false">
      <line x1="0" x2={width} y1={height - 1.5} y2={height - 1.5} stroke="var(--line)" />
      <path d={path(train, low, high)} fill="none" stroke="var(--brick-core)" strokeWidth="1.6" />
      <path d={path(validation, low, high)} fill="none" stroke="var(--accent)" strokeWidth="1.6" />
    </svg>
  );
}
