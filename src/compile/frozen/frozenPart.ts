import type { Plan } from '../plan';
import { fixedBatch, stateful } from '../stateful';
import type { FlatPlan, FlatStep } from './flatPlan';

/** The frozen part of a model: what it says about a picture never changes while the model is trained. */
export interface FrozenPart {
  /** Its layers, inputs included, by path. */
  readonly before: ReadonlySet<string>;
  /** Those whose outputs the rest of the model takes, in the plan's order. */
  readonly boundary: readonly string[];
  /** Numbers that come out for one picture. */
  readonly numbers: number;
}

/** Does the same picture always give the same, with nothing beside the output: no share in the loss? */
const still = ({ step: { weights, call }, trainable }: FlatStep) =>
  (weights.length === 0 || !trainable) &&
  (call.args['activityRegularizer'] ?? null) === null &&
  call.traits.random !== true;

function partOf({ steps }: FlatPlan, before: ReadonlySet<string>): FrozenPart {
  const behind = steps.filter(({ path }) => !before.has(path));
  const boundary = steps.filter(({ path }) => before.has(path) && behind.some(({ inputs }) => inputs.includes(path)));
  const numbers = boundary.reduce(
    (sum, { step }) => sum + step.shape.reduce<number>((product, axis) => product * (axis ?? Infinity), 1),
    0,
  );
  return { before, boundary: boundary.map(({ path }) => path), numbers };
}

/** The part without one layer at its end: the one that leaves least to keep, of those that have no weights. */
function shorter(flat: FlatPlan, { before, boundary, numbers }: FrozenPart): FrozenPart | null {
  const ends = flat.steps.filter(
    ({ path, step, inputs }) =>
      boundary.includes(path) &&
      step.weights.length === 0 &&
      inputs.length > 0 &&
      !flat.steps.some((other) => before.has(other.path) && other.inputs.includes(path)),
  );
  return ends
    .map(({ path }) => partOf(flat, new Set([...before].filter((name) => name !== path))))
    .reduce<FrozenPart | null>((best, part) => (part.numbers <= (best?.numbers ?? numbers) ? part : best), null);
}

/**
 * The frozen part of a plan, ended where least has to be kept for a picture: layers that are frozen or have no weights,
 * do not draw at random, and have only such layers before them. Null when no layer with weights is in it, or when the
 * model remembers what came before.
 */
export function frozenPart(plan: Plan, flat: FlatPlan): FrozenPart | null {
  if (stateful(plan) || fixedBatch(plan) !== null) return null;
  const before = new Set<string>();
  for (const step of flat.steps) {
    const after = step.inputs.every((name) => before.has(name));
    if (after && still(step) && !flat.outputs.includes(step.path)) before.add(step.path);
  }
  let best = partOf(flat, before);
  for (let part = shorter(flat, best); part !== null; part = shorter(flat, part)) {
    if (part.numbers < best.numbers) best = part;
  }
  const worth = flat.steps.some(({ path, step }) => best.before.has(path) && step.weights.length > 0);
  return worth && Number.isFinite(best.numbers) ? best : null;
}
