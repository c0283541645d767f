import type { EpochMetrics } from '../engine/protocol/curves';

/** Loss and metrics, by name. */
export type Scores = Readonly<Record<string, number>>;

/** Loss and metrics of an epoch, those of the validation with `val_` before their names, as Keras has them. */
export function scoresOf({ loss, metrics, validationLoss, validationMetrics }: EpochMetrics): Scores {
  const checked = validationLoss === null ? {} : { loss: validationLoss, ...validationMetrics };
  const held = Object.entries(checked).map(([name, value]) => [`val_${name}`, value] as const);
  return { loss, ...metrics, ...Object.fromEntries(held) };
}

/** `loss 0.1000  accuracy 0.9000` */
export function words(scores: Scores): string {
  return Object.entries(scores)
    .map(([name, value]) => `${name} ${value.toFixed(4)}`)
    .join('  ');
}

/** The course of a score as a row of bars, from the lowest to the highest value. */
export function curve(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const bar = (value: number) => '▁▂▃▄▅▆▇█'[Math.round(high === low ? 0 : ((value - low) / (high - low)) * 7)]!;
  return `${values.map(bar).join('')}  ${values[0]!.toFixed(4)} → ${values.at(-1)!.toFixed(4)}`;
}

/** The curve of each score over these epochs, a line each. */
export function curves(epochs: readonly EpochMetrics[]): readonly string[] {
  const all = epochs.map(scoresOf);
  const names = [...new Set(all.flatMap((scores) => Object.keys(scores)))];
  const widest = Math.max(...names.map(({ length }) => length));
  return names.map((name) => `${name.padEnd(widest)} ${curve(all.flatMap((scores) => scores[name] ?? []))}`);
}
