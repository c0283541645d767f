import type { Plan } from '../../../src/compile/plan';
import { type Dataset, type Target, factsOf } from '../../../src/data/dataset';
import { compatibilityOf } from '../../../src/data/compatibility';
import type { Feed, Head } from '../../../src/data/fitting';
import type { Training } from '../../../src/document/training';
import type { Given } from './given';
import { type Drawn, drawn, valuesOf } from './numbers';

/** One batch to train on, as both sides make it: the samples, what goes into each input and what each output should say. */
export interface Fit {
  readonly samples: Drawn;
  readonly feeds: readonly Feed[];
  readonly heads: readonly Head[];
  /** Class numbers in order, or numbers. */
  readonly target:
    { readonly kind: 'classes'; readonly classes: number } | { readonly kind: 'numbers'; readonly values: Drawn };
  readonly training: Training;
}

const words = (length: number) => Array.from({ length }, (_, index) => `${index}`);

/** The samples of a fit as a dataset; labels go round through the classes. */
export function datasetOf({ samples, target }: Pick<Fit, 'samples' | 'target'>): Dataset {
  const [count, ...shape] = samples.shape as readonly [number, ...number[]];
  const known: Target =
    target.kind === 'numbers'
      ? { kind: 'numbers', names: words(target.values.shape[1]!), values: valuesOf(target.values) }
      : {
          kind: 'classes',
          classes: words(target.classes),
          labels: Uint8Array.from({ length: count }, (_, sample) => sample % target.classes),
        };
  return {
    id: 'drawn',
    kind: samples.whole ? 'text' : 'numbers',
    shape,
    target: known,
    count,
    validation: 0,
    vocabulary: samples.whole ? samples.high : null,
    values: valuesOf(samples),
    sampleWeights: null,
    words: samples.whole ? words(samples.high) : null,
  };
}

/** What the outputs can be judged by: classes where that fits, numbers otherwise. */
function targetsOf(plan: Plan, count: number, seed: string): Fit['target'][] {
  const units = Math.min(...plan.outputs.map((name) => plan.shapes[name]?.[0] ?? 1));
  return [
    { kind: 'classes', classes: units === 1 ? 2 : Math.min(units, 255) },
    { kind: 'numbers', values: drawn(`${seed}/targets`, [count, units], 0.1, 0.9) },
  ];
}

/** A batch for this plan, or null where none of our targets fits its outputs, or training draws random numbers. */
export function fitFor(plan: Plan, training: Training, given: Given, seed: string): Fit | null {
  const [samples] = given.inputs;
  if (!given.training || !samples) return null;
  for (const target of targetsOf(plan, samples.shape[0]!, seed)) {
    const fit = compatibilityOf(plan, training, factsOf(datasetOf({ samples, target })));
    if (!('code' in fit)) return { samples, ...fit, target, training };
  }
  return null;
}
