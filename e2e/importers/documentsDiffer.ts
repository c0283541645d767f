import { initialParams } from '../../src/brick/brick';
import type { Shape } from '../../src/brick/shape';
import { bricks } from '../../bricks/index';

interface Placed {
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly trainable: boolean;
}

const same = (one: unknown, other: unknown) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** Keys in order: only what they hold counts. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** Axes as places from the front, in order and once: Keras writes them so, in whatever order and sign they were given. */
function axesFromFront(name: string, { type }: Placed, value: unknown, rank: number): unknown {
  const field = Object.hasOwn(bricks, type) ? bricks[type]!.params[name] : undefined;
  if (field?.kind !== 'axes' || type === 'dot') return value;
  const axes = (value as number[]).map((axis) => (axis < 0 ? axis + rank + 1 : axis));
  return [...new Set(axes)].toSorted((a, b) => a - b);
}

/** As many groups as channels: Keras keeps the number that −1 became when the layer was built. */
function groupsOf(params: Placed['params'], shape: Shape): Placed['params'] {
  const axis = Number(params['axis']);
  return params['groups'] === -1 ? { ...params, groups: shape.at(axis < 0 ? axis : axis - 1) } : params;
}

/** A brick inside with all its parameters; Keras has one class for two of our bricks, which compute the same. */
function whole({ type, params, ...rest }: Placed, shape: Shape): Placed {
  const inner = params['layer'] as { readonly type: string; readonly params: Placed['params'] } | undefined;
  const own = inner && { ...initialParams(bricks[inner.type]!), ...inner.params };
  const layer = inner && whole({ ...inner, params: own!, trainable: true }, shape.slice(1));
  if (type === 'groupNormalization') return { ...rest, type, params: groupsOf(params, shape) };
  if (type === 'thresholdedReLU') {
    return { ...rest, type: 'relu', params: { maxValue: null, negativeSlope: 0, threshold: params['theta'] } };
  }
  return { ...rest, type, params: layer ? { ...params, layer: { type: layer.type, params: layer.params } } : params };
}

/** What is another in two bricks, where an input of this shape comes in; null where nothing is. */
export function documentsDiffer(sent: Placed, back: Placed, shape: Shape): string | null {
  const rank = shape.length;
  const [wanted, got] = [whole(sent, shape), whole(back, shape)];
  if (wanted.type !== got.type) return `${got.type} instead of ${wanted.type}`;
  if (wanted.trainable !== got.trainable) return `trainable ${got.trainable}`;
  const names = new Set([...Object.keys(wanted.params), ...Object.keys(got.params)]);
  const others = [...names].filter((name) => {
    const [own, other] = [wanted, got].map((each) => axesFromFront(name, each, each.params[name], rank));
    return !same(own, other);
  });
  const texts = others.map(
    (name) => `${name} ${JSON.stringify(got.params[name])} instead of ${JSON.stringify(wanted.params[name])}`,
  );
  return texts.length === 0 ? null : texts.join('; ');
}
