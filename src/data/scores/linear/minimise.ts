/** Value and gradient of what is to be made small, at a place; the gradient is written into `gradient`. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

const dot = (one: Float64Array, other: Float64Array) => {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!;
  return sum;
};
const largest = (values: Float64Array) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Steps that are remembered. */
const memory = 10;
const sufficient = 1e-4;

/**
 * L-BFGS (Liu & Nocedal 1989) for a smooth convex function, with steps halved until they go down (Armijo). Yields after every
 * step; the value at its end is the place where no number of the gradient is larger than `tolerance`, or that of the last step.
 */
export function* minimise(
  objective: Objective,
  start: Float64Array,
  { steps, tolerance }: { readonly steps: number; readonly tolerance: number },
): Generator<number, Float64Array> {
  const size = start.length;
  let [place, gradient] = [start.slice(), new Float64Array(size)];
  let value = objective(place, gradient);
  const remembered: { readonly s: Float64Array; readonly y: Float64Array; readonly scale: number }[] = [];
  for (let step = 0; step < steps && largest(gradient) > tolerance; step++) {
    const direction = directionOf(gradient, remembered);
    const slope = dot(direction, gradient);
    let length = step === 0 ? Math.min(1, 1 / Math.max(1e-12, largest(gradient))) : 1;
    const next = new Float64Array(size);
    const nextGradient = new Float64Array(size);
    let reached = Infinity;
    for (let tries = 0; tries < 40; tries++, length /= 2) {
      for (let at = 0; at < size; at++) next[at] = place[at]! + length * direction[at]!;
      reached = objective(next, nextGradient);
      if (reached <= value + sufficient * length * slope) break;
    }
    // Rounding leaves no way down.
    if (!(reached <= value)) return place;
    const s = next.map((own, at) => own - place[at]!);
    const y = nextGradient.map((own, at) => own - gradient[at]!);
    const product = dot(s, y);
    if (product > 1e-300) remembered.push({ s, y, scale: 1 / product });
    if (remembered.length > memory) remembered.shift();
    [place, gradient, value] = [next, nextGradient, reached];
    yield value;
  }
  return place;
}

/** Down the gradient, bent by what the last steps have shown of the curvature. */
function directionOf(
  gradient: Float64Array,
  remembered: readonly { readonly s: Float64Array; readonly y: Float64Array; readonly scale: number }[],
): Float64Array {
  const direction = gradient.map((own) => -own);
  const shares = remembered.toReversed().map(({ s, y, scale }) => {
    const share = scale * dot(s, direction);
    for (let at = 0; at < direction.length; at++) direction[at]! -= share * y[at]!;
    return share;
  });
  const last = remembered.at(-1);
  if (last !== undefined) {
    const curvature = 1 / (last.scale * dot(last.y, last.y));
    for (let at = 0; at < direction.length; at++) direction[at]! *= curvature;
  }
  remembered.forEach(({ s, y, scale }, index) => {
    const share = shares[remembered.length - 1 - index]! - scale * dot(y, direction);
    for (let at = 0; at < direction.length; at++) direction[at]! += share * s[at]!;
  });
  return direction;
}
