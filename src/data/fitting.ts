import type { LossName, LossSettings } from '../document/training/losses';
import type { MetricName } from '../document/training/metrics';
import type { DatasetFacts, TargetFacts } from './dataset';
import { sampleShape } from './sampleShape';
import { type Targets, targetsFor } from './targets';

/** A shape without the batch; null where an axis takes any size. */
type Shape = readonly (number | null)[];

/** An input of the model, and the shape in which each sample goes into it. */
export interface Feed {
  readonly input: string;
  readonly shape: readonly number[];
}

/** An output of the model with the loss that judges it. */
export interface Head {
  readonly output: string;
  readonly units: number;
  readonly loss: LossName;
  readonly lossSettings: LossSettings;
  readonly metrics: readonly MetricName[];
  /** Its share of the total loss. */
  readonly weight: number;
  readonly targets: Targets;
}

/** Why a dataset does not fit a model. */
export type DataTrouble =
  | { readonly code: 'inputMisfit'; readonly input: string; readonly expected: Shape; readonly got: readonly number[] }
  | { readonly code: 'wordsMisfit'; readonly input: string; readonly expected: 'words' | 'values' }
  | { readonly code: 'vocabularyMisfit'; readonly input: string; readonly expected: number; readonly got: number }
  | { readonly code: 'outputMisfit'; readonly output: string; readonly expected: TargetFacts; readonly got: Shape }
  | { readonly code: 'lossMisfit'; readonly output: string; readonly loss: LossName; readonly expected: TargetFacts };

export type Compatibility = { readonly feeds: readonly Feed[]; readonly heads: readonly Head[] } | DataTrouble;

/** What samples go into, and what judges the answers. */
export interface Ends {
  readonly inputs: readonly {
    readonly input: string;
    readonly shape: Shape;
    /** Below which whole numbers the layers behind it take its values; none when they take any. */
    readonly vocabularies: readonly number[];
  }[];
  readonly outputs: readonly {
    readonly output: string;
    readonly shape: Shape;
    readonly loss: LossName;
    readonly lossSettings?: LossSettings;
    readonly metrics: readonly MetricName[];
    readonly weight: number;
  }[];
}

/** How a dataset goes into an input, or why it does not. */
export function feeding(
  { input, shape: expected, vocabularies }: Ends['inputs'][number],
  facts: DatasetFacts,
): Feed | DataTrouble {
  const words = facts.vocabulary !== null;
  const shape = sampleShape(facts, expected);
  if (words !== vocabularies.length > 0) return { code: 'wordsMisfit', input, expected: words ? 'values' : 'words' };
  if (shape === null) return { code: 'inputMisfit', input, expected, got: facts.shape };
  const smallest = Math.min(...vocabularies);
  if (words && smallest < facts.vocabulary) {
    return { code: 'vocabularyMisfit', input, expected: smallest, got: facts.vocabulary };
  }
  return { input, shape };
}

/** How a dataset goes into every input of a model and how every output is judged, or the first trouble. */
export function fitting({ inputs, outputs }: Ends, facts: DatasetFacts): Compatibility {
  const feeds: Feed[] = [];
  for (const each of inputs) {
    const feed = feeding(each, facts);
    if ('code' in feed) return feed;
    feeds.push(feed);
  }
  const heads: Head[] = [];
  for (const { output, shape: got, loss, lossSettings = {}, metrics, weight } of outputs) {
    const [units] = got;
    if (got.length !== 1 || typeof units !== 'number' || !enough(units, loss, facts.target)) {
      return { code: 'outputMisfit', output, expected: facts.target, got };
    }
    const targets = targetsFor(loss, units, facts.target);
    if (targets === null) return { code: 'lossMisfit', output, loss, expected: facts.target };
    heads.push({ output, units, loss, lossSettings, metrics, weight, targets });
  }
  return { feeds, heads };
}

/** As many outputs as the target needs: its numbers, one per class, one for two classes; more for sparse class numbers. */
function enough(units: number, loss: LossName, target: TargetFacts): boolean {
  if (target.kind === 'numbers') return units === target.units;
  if (units === 1) return target.classes === 2;
  return loss === 'sparseCategoricalCrossentropy' ? units >= target.classes : units === target.classes;
}
