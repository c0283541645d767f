/** Loss and metrics, by name. */
export type Scores = Readonly<Record<string, number>>;

/** Mean of each score over batches of different sizes. */
export class Means {
  private readonly sums: Record<string, number> = {};
  private samples = 0;

  add(names: readonly string[], scores: readonly number[], samples: number): void {
    names.forEach((name, index) => (this.sums[name] = (this.sums[name] ?? 0) + scores[index]! * samples));
    this.samples += samples;
  }

  get(): Scores {
    return Object.fromEntries(Object.entries(this.sums).map(([name, sum]) => [name, sum / this.samples]));
  }
}

/** An epoch for early stopping: of several outputs no accuracy counts for all. */
export function monitored(training: Scores, validation: Scores) {
  return {
    loss: training['loss'] ?? null,
    accuracy: training['acc'] ?? null,
    validationLoss: validation['loss'] ?? null,
    validationAccuracy: validation['acc'] ?? null,
  };
}

/** `loss 0.1000  acc 0.9000` */
export function words(scores: Scores, prefix = ''): string {
  return Object.entries(scores)
    .map(([name, value]) => `${prefix}${name} ${value.toFixed(4)}`)
    .join('  ');
}

/** The course of a score as a row of bars, from the lowest to the highest value. */
export function curve(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const bar = (value: number) => '▁▂▃▄▅▆▇█'[Math.round(high === low ? 0 : ((value - low) / (high - low)) * 7)]!;
  return `${values.map(bar).join('')}  ${values[0]!.toFixed(4)} → ${values.at(-1)!.toFixed(4)}`;
}
