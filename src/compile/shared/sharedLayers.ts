import type { Node } from '../../document/document';
import { firstUse } from '../../document/structure/sharing';
import type { Problem } from '../issue';
import type { Step } from '../plan';
import type { Outcome } from '../step';
import { masksOf, masksRead } from '../wired/masks';

/** The step as a use of an earlier one, by that: the very same comes back while neither changes. */
const known = new WeakMap<Step, { readonly first: Step; readonly outcome: Outcome }>();

const wholeOf = ({ call, weights }: Step) =>
  JSON.stringify([call.tfjs, call.args, weights.map(({ name, shape }) => [name, shape])]);

function useOf(step: Step, first: Step): Outcome {
  if (wholeOf(step) === wholeOf(first)) {
    return { step: { ...step, sharesWith: first.name, parameters: 0, trainableParameters: 0 } };
  }
  const problem: Problem = {
    code: 'sharedShape',
    data: { of: first.name, expected: first.inputShapes[0] ?? [], got: step.inputShapes[0] ?? [] },
  };
  return problem;
}

/** Layers that are called several times: whichever call is computed first makes the layer, the others use it. */
export class SharedLayers {
  readonly #firsts = new Map<string, Step>();

  /** The step as one use of its layer, or why the layer does not take what comes in there. A layer without weights is made anew. */
  use(step: Step, node: Node): Outcome {
    if (step.weights.length === 0) return { step };
    const layer = firstUse(step.name, node);
    const first = this.#firsts.get(layer);
    if (first === undefined) {
      this.#firsts.set(layer, step);
      return { step };
    }
    const before = known.get(step);
    if (before?.first === first) return before.outcome;
    const outcome = useOf(step, first);
    known.set(step, { first, outcome });
    return outcome;
  }
}

/** Uses of a layer to which a mask of time steps comes, where none came to the first, or the other way round. */
export function refusedUses(steps: readonly Step[]): readonly { readonly step: string; readonly of: string }[] {
  if (!steps.some(({ sharesWith }) => sharesWith !== undefined)) return [];
  const masks = masksOf(steps);
  const byName = new Map(steps.map((step) => [step.name, step]));
  const masked = (step: Step) => masksRead(step, masks).map((mask) => mask !== undefined);
  return steps.flatMap(({ name, sharesWith }) => {
    const first = sharesWith === undefined ? undefined : byName.get(sharesWith);
    if (first === undefined || masked(first).join() === masked(byName.get(name)!).join()) return [];
    return [{ step: name, of: first.name }];
  });
}
