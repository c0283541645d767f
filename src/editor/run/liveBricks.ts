import type { StoreApi } from 'zustand/vanilla';
import type { Result } from '../../document/result';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import type { Activation, Glimpse, Histogram } from '../../engine/protocol/prediction';
import type { Sample } from '../../engine/protocol/samples';

/** What is seen of a brick while its model is trained. */
export interface LiveBrick {
  readonly activation: Activation | null;
  readonly histogram: Histogram | null;
}

/** What is looked at: a sample, none for a model that keeps its state, and the layers that are on the canvas. */
export interface Look {
  readonly sample: Sample | null;
  readonly layers: readonly string[];
}

interface Parts {
  readonly store: StoreApi<{ readonly live: ReadonlyMap<string, LiveBrick> | null }>;
  glimpse(look: Look): Promise<Result<Glimpse, EngineTrouble>>;
}

/** After each look the model is left alone for so many times as long: looking takes at most 3 % of the time, drawing what was seen not counted. */
const rest = 32;
/** Milliseconds after a look that was refused: a device that was lost comes back, and the run, which says what it is, goes on. */
const refusedRest = 5000;

/** Looks at the model again and again, with at least `pause` milliseconds between, until the answer is called. */
export function watchBricks({ store, glimpse }: Parts, look: () => Look, pause: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const turn = async () => {
    const found = await glimpse(look());
    if (over) return;
    if (found.ok) store.setState({ live: byLayer(found.value) });
    const still = found.ok ? found.value.milliseconds * rest : refusedRest;
    timer = setTimeout(() => void turn(), Math.max(pause, still));
  };
  timer = setTimeout(() => void turn(), pause);
  return () => {
    over = true;
    clearTimeout(timer);
    store.setState({ live: null });
  };
}

export function byLayer({ activations, histograms }: Omit<Glimpse, 'milliseconds'>): ReadonlyMap<string, LiveBrick> {
  const bricks = new Map<string, LiveBrick>();
  for (const activation of activations) bricks.set(activation.layer, { activation, histogram: null });
  for (const histogram of histograms)
    bricks.set(histogram.layer, { activation: bricks.get(histogram.layer)?.activation ?? null, histogram });
  return bricks;
}
