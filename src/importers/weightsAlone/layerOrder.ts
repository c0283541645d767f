import type { ToldLayer } from './storedClass';

/** What each layer behind takes must be what comes out of those before it; `rows` of a Flatten's are found later. */
const chains = (before: number | null, { takes }: ToldLayer, isFlat: boolean) =>
  takes === null || before === null || takes === before || (isFlat && takes % before === 0);

const isPool = ({ className }: ToldLayer) => /^(Max|Average)Pooling/.test(className);
const isGlobal = ({ className }: ToldLayer) => className.startsWith('Global');
const isDropped = ({ className }: ToldLayer) => className.includes('Dropout');
const isConvolution = ({ className }: ToldLayer) => /Conv\dD$/.test(className);

/** Whether these layers, one behind the other, take what the one before gives. */
export function isChain(layers: readonly ToldLayer[]): boolean {
  let given: number | null = null;
  let isFlat = false;
  for (const layer of layers) {
    if (!chains(given, layer, isFlat)) return false;
    isFlat = layer.className === 'Flatten' || (isFlat && layer.takes === null);
    given = layer.gives ?? given;
  }
  return true;
}

/**
 * Layers that a file has by class and number in the one order that their shapes allow; null where they allow several, or
 * none. A pooling for each convolution stands behind it, one alone behind the last. Dropout, which has no shapes and computes
 * nothing in a prediction, is not among them.
 */
export function layerOrder(given: readonly ToldLayer[]): readonly ToldLayer[] | null {
  const layers = given.filter((layer) => !isDropped(layer));
  const weighted = layers.filter(({ takes, gives }) => takes !== null || gives !== null);
  const trunk = onlyOrder(weighted.filter(({ gives }) => gives !== null));
  if (trunk === null) return null;
  const normal = weighted.filter(({ gives }) => gives === null);
  const others = layers.filter((layer) => !weighted.includes(layer));
  const [pools, globals] = [others.filter(isPool), others.filter(isGlobal)];
  const flats = others.filter(({ className }) => className === 'Flatten');
  const isRest = others.length > pools.length + globals.length + flats.length;
  if (isRest || globals.length + flats.length > 1) return null;
  const normalized = behindEach(trunk, normal, ({ gives }, { takes }) => gives === takes);
  const pooled = normalized && poolsBehind(normalized, pools);
  if (pooled === null) return null;
  // What makes a vector of pictures stands behind the last of them.
  const last = pooled.findLastIndex((layer) => isConvolution(layer) || isPool(layer) || isRecurrent(layer));
  const behind = pooled.findIndex(({ className }, at) => at > last && className === 'Dense');
  const place = behind < 0 ? pooled.length : behind;
  const whole = pooled.toSpliced(place, 0, ...globals, ...flats);
  return isChain(whole) ? whole : null;
}

const isRecurrent = ({ className }: ToldLayer) => /^(LSTM|GRU|SimpleRNN|Embedding)$/.test(className);

/** As many orders as are looked at. */
const most = 20_000;

/** Layers of one class stay in their order; null where several orders chain. */
function onlyOrder(layers: readonly ToldLayer[]): readonly ToldLayer[] | null {
  const queues = new Map<string, ToldLayer[]>();
  for (const layer of layers) queues.set(layer.className, [...(queues.get(layer.className) ?? []), layer]);
  const found: (readonly ToldLayer[])[] = [];
  let looked = 0;
  const go = (order: readonly ToldLayer[], left: ReadonlyMap<string, readonly ToldLayer[]>): void => {
    looked += 1;
    if (looked > most || found.length > 1) return;
    if (order.length === layers.length) return void found.push(order);
    for (const [name, [next, ...rest]] of left) {
      if (next === undefined || !follows(order.at(-1), next)) continue;
      go([...order, next], new Map([...left, [name, rest]]));
    }
  };
  go([], queues);
  return found.length === 1 && looked <= most ? found[0]! : null;
}

/** A convolution behind a Dense, or an Embedding behind anything, is in no chain that people build. */
function follows(before: ToldLayer | undefined, layer: ToldLayer): boolean {
  if (before === undefined) return true;
  if (layer.className === 'Embedding' || (before.className === 'Dense' && layer.className !== 'Dense')) return false;
  return chains(before.gives, layer, layer.className === 'Dense' && isConvolution(before));
}

/** One behind each layer that it fits, in order, where there are as many; null where that is not told. */
function behindEach(
  layers: readonly ToldLayer[],
  more: readonly ToldLayer[],
  fits: (layer: ToldLayer, next: ToldLayer) => boolean,
): readonly ToldLayer[] | null {
  if (more.length === 0) return layers;
  const sizes = layers.map(({ gives }) => gives);
  const isDistinct = more.every(({ takes }) => sizes.filter((size) => size === takes).length === 1);
  const convolutions = layers.filter(isConvolution);
  const hosts = isDistinct
    ? more.map((next) => layers.find((layer) => fits(layer, next)))
    : [convolutions, layers, layers.slice(0, -1)].find(
        (some) => some.length === more.length && some.every((layer, at) => fits(layer, more[at]!)),
      );
  if (hosts?.length !== more.length || hosts.some((host) => host === undefined)) return null;
  return layers.flatMap((layer) => [layer, ...more.filter((_, at) => hosts[at] === layer)]);
}

function poolsBehind(layers: readonly ToldLayer[], pools: readonly ToldLayer[]): readonly ToldLayer[] | null {
  if (pools.length === 0) return layers;
  const places = layers.flatMap((layer, at) => {
    if (!isConvolution(layer)) return [];
    // A normalization belongs to its convolution.
    return [layers[at + 1]?.gives === null ? at + 1 : at];
  });
  const hosts = pools.length === places.length ? places : pools.length === 1 ? places.slice(-1) : [];
  if (hosts.length !== pools.length) return null;
  return layers.flatMap((layer, at) => [layer, ...pools.filter((_, pool) => hosts[pool] === at)]);
}
