import type { Training } from '../../document/training';
import type { RunHappening } from '../protocol/events';
import type { EpochMetrics } from '../protocol/curves';
import { type NamedCause, rateOf } from './namedCause';

/** So many times the optimizer's usual learning rate helps nobody whose loss does not fall. */
const farTooHigh = 100;
/** What a loss must fall by, of its first value, to have fallen at all. */
const fallen = 0.01;

/**
 * Has a run with a learning rate far above the usual one never got better than it was untrained, at its first batch? In a
 * run that goes on, where that is not known (null), than in its first epoch?
 */
export function isStuck(
  optimizer: Training['optimizer'],
  epochs: readonly EpochMetrics[],
  untrained: number | null,
): boolean {
  const { rate, usual } = rateOf(optimizer);
  const losses = epochs.map(({ loss }) => loss);
  const [first, ...later] = untrained === null ? losses : [untrained, ...losses];
  if (rate < farTooHigh * usual || first === undefined || later.length === 0) return false;
  return later.every((loss) => !(loss < first - fallen * Math.abs(first)));
}

/** What is said of a run that goes on, but hardly leads anywhere: once, because it stays so. */
export class Doubts {
  private said = false;

  constructor(
    private readonly optimizer: Training['optimizer'],
    private readonly emit: (event: RunHappening) => void,
  ) {}

  /** After an epoch whose loss is a number, but larger than any that is meant. */
  async absurd(epoch: number, loss: number, why: () => Promise<NamedCause>): Promise<void> {
    if (this.said) return;
    this.said = true;
    this.emit({ type: 'warning', error: { code: 'absurdLoss', data: { epoch, loss, cause: await why() } } });
  }

  /** After every epoch. */
  look(epochs: readonly EpochMetrics[], untrained: number | null): void {
    if (this.said || !isStuck(this.optimizer, epochs, untrained)) return;
    this.said = true;
    const { epoch, loss } = epochs.at(-1)!;
    this.emit({ type: 'warning', error: { code: 'stuckLoss', data: { epoch, loss, ...rateOf(this.optimizer) } } });
  }
}
