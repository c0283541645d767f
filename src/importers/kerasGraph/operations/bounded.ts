import type { FreeNames } from '../../../document/structure/freeName';
import type { Config, Json, KerasCall, KerasLayer } from '../kerasGraph';

/** A layer that follows another: its class and configuration. */
type Part = readonly [className: string, config: Config];

const negative: Part = ['Rescaling', { scale: -1, offset: 0 }];
/** The smaller of x and a limit of 0 or more: below 0 the slope is 1. */
const atMost = (limit: number): Part => ['ReLU', { max_value: limit, negative_slope: 1, threshold: 0 }];

/** The larger of x and a number, exactly; null where no layers do so. */
function larger(than: number): readonly Part[] | null {
  if (than === 0) return [['Activation', { activation: 'relu' }]];
  return than < 0 ? [negative, atMost(-than), negative] : null;
}

function smaller(than: number): readonly Part[] | null {
  if (than >= 0) return [atMost(than)];
  return null;
}

function between(low: number, high: number): readonly Part[] | null {
  if (low === 0 && high > 0) return [['ReLU', { max_value: high }]];
  if (low === -1 && high === 1) return [['Activation', { activation: 'hard_tanh' }]];
  const [above, below] = [larger(low), smaller(high)];
  return above && below && low < high ? [...above, ...below] : null;
}

/** Numbers that a call is given: by their names in Keras and TensorFlow, else in their order. */
function numbersOf(config: Config, { args = [], kwargs }: KerasCall, names: readonly (readonly string[])[]) {
  const given: Config = { ...config, ...kwargs };
  const places = args.flatMap((each) => ('value' in each && typeof each.value === 'number' ? [each.value] : []));
  const found = names.map((all) =>
    all.map((name): Json => given[name] ?? null).find((each) => typeof each === 'number'),
  );
  return found.map((each, at) => (typeof each === 'number' ? each : (places[at] ?? null)));
}

const limits = [
  ['x_min', 'min_value', 'clip_value_min', 'a_min'],
  ['x_max', 'max_value', 'clip_value_max', 'a_max'],
];

/** The layers that an operation with bounds is; null for any other, and where none do so. */
function partsOf({ className, config }: KerasLayer, call: KerasCall): readonly Part[] | null {
  if (className === 'maximum' || className === 'minimum') {
    const [number] = numbersOf(config, call, [['x2', 'y', 'x1', 'x', 'other', 'value']]);
    if (typeof number !== 'number') return null;
    return className === 'maximum' ? larger(number) : smaller(number);
  }
  if (className !== 'clip' && className !== 'clip_by_value') return null;
  const [low, high] = numbersOf(config, call, limits);
  return typeof low === 'number' && typeof high === 'number' ? between(low, high) : null;
}

/** `maximum(x, 0)`, `minimum(x, 1)` and `clip(x, −2, 2)` as layers, one behind the other; null where none do so. */
export function bounded(layer: KerasLayer, names: FreeNames): readonly KerasLayer[] | null {
  const [first, ...others] = layer.calls;
  const parts = first ? partsOf(layer, first) : null;
  // Every call is of the same numbers.
  if (!parts || others.some((call) => JSON.stringify(partsOf(layer, call)) !== JSON.stringify(parts))) return null;
  const made: KerasLayer[] = [];
  for (const [at, [className, config]] of parts.entries()) {
    const isLast = at === parts.length - 1;
    const before = made.at(-1)?.name;
    made.push({
      name: isLast ? layer.name : names.next(`${layer.name}_${at}`),
      className,
      module: 'keras.layers',
      config,
      calls: layer.calls.map(({ inputs }, call): KerasCall => {
        return { inputs: before === undefined ? inputs : [{ layer: before, call, tensor: 0 }], kwargs: {} };
      }),
    });
  }
  return made;
}
