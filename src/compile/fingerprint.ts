import type { Arguments } from '../brick/call';
import type { Plan, Step, WeightsFrom } from './plan';

/**
 * Arguments that came to a brick later, with the value that leaves it as it was: models from before keep their
 * fingerprint, and so their trained weights.
 */
const addedLater: Readonly<Record<string, string>> = {
  dilationRate: '[1,1]',
  groups: '1',
  keepdims: 'false',
  activityRegularizer: 'null',
};

const known = (args: Arguments) =>
  Object.fromEntries(Object.entries(args).filter(([name, value]) => addedLater[name] !== JSON.stringify(value)));

/** What decides which weights a layer has and what it computes; names of blocks, freezing and title do not. */
function essence({ name, call, inputs, weights, nested, sharesWith }: Step): unknown {
  // Where a backbone's weights start is among its arguments.
  const shapes = weights.map((weight) => [weight.name, weight.shape]);
  const whole = [name, call.tfjs, sorted(known(call.args)), inputs, shapes, nested ? layers(nested) : null];
  return sharesWith === undefined ? whole : [...whole, sharesWith];
}

const layers = ({ steps }: Plan) =>
  steps.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)).map(essence);

/** What is said about a call inside another one, besides the call. */
const besides = ['traits', 'written', 'tfjsClass'];

/** The same value with all keys in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key]) => !besides.includes(key))
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return entries.map(([key, inner]) => [key, key === 'own' ? className(inner) : sorted(inner)]);
}

/** The folder of one of our layers may change; models from before keep their fingerprint. */
const className = (own: unknown) => (typeof own === 'string' ? own.slice(own.lastIndexOf('/') + 1) : own);

/** 53-bit hash of a text (cyrb53, public domain) as 14 hexadecimal digits. Not for secrets. */
function hash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}

/** What the architecture knows of a start follows from the rest. */
const startOf = ({ source, architecture, includeTop, alpha, file, inputShape }: WeightsFrom) => ({
  source,
  architecture,
  includeTop,
  alpha,
  file,
  inputShape,
});

/**
 * Stable fingerprint of a plan's layers, wires and weight shapes: equal plans give equal text, in every session.
 * A checkpoint carries it, so that a changed model, or one that starts elsewhere, cannot take old weights. Freezing, blocks, title and the order
 * of bricks in the file do not count.
 */
export function fingerprint(plan: Plan): string {
  const start = plan.weightsFrom ? [sorted(startOf(plan.weightsFrom))] : [];
  return hash(JSON.stringify([plan.inputs.toSorted(), plan.outputs.toSorted(), layers(plan), ...start]));
}
