import { type Objective, minimise } from './minimise';

/** Rows of a table, `width` numbers each. */
export interface Rows {
  readonly values: ArrayLike<number>;
  readonly width: number;
  readonly count: number;
}

/** Says `units` numbers of a row: `row · weights + biases`; of classes the probability of each, by softmax. */
export interface LinearModel {
  readonly classes: boolean;
  readonly units: number;
  /** `width × units`. */
  readonly weights: Float64Array;
  readonly biases: Float64Array;
}

/**
 * Of the logistic regression, as scikit-learn's `LogisticRegression(C=1)`: half the squared weights count as much as one
 * sample's loss. Of two classes it has one row of weights, which here are two of half the size.
 */
const penaltyOf = (units: number) => (units === 2 ? 2 : 1);
const how = { steps: 500, tolerance: 1e-7 };

/** What is right: a class of each row, or `units` numbers of each. */
export type Right =
  | { readonly kind: 'classes'; readonly labels: ArrayLike<number>; readonly units: number }
  | { readonly kind: 'numbers'; readonly values: ArrayLike<number>; readonly units: number };

/** What the model says of a row, into `said`. */
export function saySoftly({ classes, units, weights, biases }: LinearModel, row: Rows, at: number, said: Float64Array) {
  const { values, width } = row;
  said.set(biases);
  for (let column = 0; column < width; column++) {
    const value = values[at * width + column]!;
    if (value === 0) continue;
    for (let unit = 0; unit < units; unit++) said[unit]! += value * weights[column * units + unit]!;
  }
  if (!classes) return;
  const most = Math.max(...said);
  let sum = 0;
  for (let unit = 0; unit < units; unit++) sum += said[unit] = Math.exp(said[unit]! - most);
  for (let unit = 0; unit < units; unit++) said[unit]! /= sum;
}

const modelAt = (place: Float64Array, width: number, units: number, classes: boolean): LinearModel => ({
  classes,
  units,
  weights: place.subarray(0, width * units),
  biases: place.subarray(width * units),
});

/**
 * Linear regression by least squares, or logistic regression of several classes (softmax), by L-BFGS. Yields after every step.
 * Columns should have about the same deviations.
 */
export function* fitLinear(rows: Rows, right: Right): Generator<number, LinearModel> {
  const { units } = right;
  const { width, count } = rows;
  const classes = right.kind === 'classes';
  const said = new Float64Array(units);
  const penalty = penaltyOf(units);
  const share = 1 / Math.max(1, count);
  const objective: Objective = (place, gradient) => {
    const model = modelAt(place, width, units, classes);
    gradient.fill(0);
    let loss = 0;
    for (let at = 0; at < count; at++) {
      saySoftly(model, rows, at, said);
      for (let unit = 0; unit < units; unit++) {
        const wanted = right.kind === 'classes' ? Number(right.labels[at] === unit) : right.values[at * units + unit]!;
        if (!classes) loss += 0.5 * (said[unit]! - wanted) ** 2;
        else if (wanted === 1) loss -= Math.log(Math.max(1e-300, said[unit]!));
        said[unit]! -= wanted;
        gradient[width * units + unit]! += said[unit]!;
      }
      for (let column = 0; column < width; column++) {
        const value = rows.values[at * width + column]!;
        if (value === 0) continue;
        for (let unit = 0; unit < units; unit++) gradient[column * units + unit]! += value * said[unit]!;
      }
    }
    if (classes) {
      for (let at = 0; at < width * units; at++) {
        loss += 0.5 * penalty * place[at]! ** 2;
        gradient[at]! += penalty * place[at]!;
      }
    }
    for (let at = 0; at < gradient.length; at++) gradient[at]! *= share;
    return loss * share;
  };
  const place = yield* minimise(objective, new Float64Array(width * units + units), how);
  return modelAt(place, width, units, classes);
}
