import type { Plan, Step } from '../plan';
import { wired } from '../wired/wired';

/** A layer of a plan, or what TensorFlow.js needs between them; those of a model inside stand among the others. */
export interface FlatStep {
  /** The layer's name; inside a backbone `backbone/layer`. */
  readonly path: string;
  readonly step: Step;
  /** Paths of the layers whose outputs come in, by port. */
  readonly inputs: readonly string[];
  /** Path of an earlier step whose layer this is, called once more; null for a layer of its own. */
  readonly sharesWith: string | null;
  /** Neither it nor a model around it is frozen. */
  readonly trainable: boolean;
}

/** A plan without models inside: every layer comes after its inputs. */
export interface FlatPlan {
  readonly steps: readonly FlatStep[];
  /** The layer that an output with this path really comes from: a backbone's last one, what goes into its input. */
  readonly ends: ReadonlyMap<string, string>;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

export function flatPlan(plan: Plan): FlatPlan {
  const ends = new Map<string, string>();
  const steps = flattened(plan, '', true, null, null, ends);
  const really = (names: readonly string[]) => names.map((name) => ends.get(name)!);
  return { steps, ends, inputs: plan.inputs, outputs: really(plan.outputs) };
}

/** `given` are the layers that go into the inputs of a model inside, `first` the path of its first use, with `/` behind. */
function flattened(
  plan: Plan,
  prefix: string,
  trainable: boolean,
  given: readonly string[] | null,
  first: string | null,
  ends: Map<string, string>,
): readonly FlatStep[] {
  return wired(plan.steps).flatMap((step) => {
    const path = prefix + step.name;
    const place = given === null ? -1 : plan.inputs.indexOf(step.name);
    if (place >= 0) {
      ends.set(path, given![place]!);
      return [];
    }
    const inputs = step.inputs.map((name) => ends.get(prefix + name)!);
    const trained = trainable && step.trainable;
    const own = step.sharesWith === undefined ? null : prefix + step.sharesWith;
    const sharesWith = first === null ? own : first + step.name;
    if (step.nested === undefined) {
      ends.set(path, path);
      return [{ path, step, inputs, sharesWith, trainable: trained }];
    }
    const above = sharesWith === null ? null : `${sharesWith}/`;
    const inside = flattened(step.nested, `${path}/`, trained, inputs, above, ends);
    ends.set(path, ends.get(`${path}/${step.nested.outputs[0]!}`)!);
    return inside;
  });
}
