/** What layers that behave differently at every training step need to know; one per model. */
export interface RunState {
  /** Seed of the run. */
  seed: number;
  /** Training steps done since the weights were fresh: two steps never share a mask, a repeated run shares all. */
  step: number;
}

/** The second argument of our layers' constructors: where the layer stands, and the run it belongs to. */
export interface LayerContext {
  /** Name of the layer with its backbone's: random numbers depend on it. */
  readonly label: string;
  readonly run: Readonly<RunState>;
}

/** A layer that draws at random, or around one that does. */
export interface Drawing {
  /** From now on it draws for this run. */
  joinRun(context: LayerContext): void;
}

export const draws = (layer: object): layer is Drawing => 'joinRun' in layer && typeof layer.joinRun === 'function';

/**
 * The context of a layer that no run is told of, e.g. in an exported project: a seed of its own, and every look at the
 * step is a step further.
 */
export function aloneContext(label = ''): LayerContext {
  const seed = Math.floor(Math.random() * 2 ** 31);
  let looks = 0;
  return {
    label,
    run: {
      seed,
      get step() {
        return looks++;
      },
    },
  };
}
