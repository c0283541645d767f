import type { Plan, Step } from '../plan';
import { wired } from '../wired/wired';

/** A layer of a plan, or what TensorFlow.js needs between them; those of a model inside stand among the others. */
export interface FlatStep {
  /** The layer's name; inside a backbone `backbone/layer`. */
  readonly path: string;
  readonly step: Step;
  /** Paths of the layers whose outputs come in, by port. */
  readonly inputs: readonly string[];
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
  const steps = flattened(plan, '', true, null, ends);
  const really = (names: readonly string[]) => names.map((name) => ends.get(name)!);
  return { steps, ends, inputs: plan.inputs, outputs: really(plan.outputs) };
}

/** `given` are the layers that go into the inputs of a model inside. */
function flattened(
  plan: Plan,
  prefix: string,
  trainable: boolean,
  given: readonly string[] | null,
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
    if (step.nested === undefined) {
      ends.set(path, path);
      return [{ path, step, inputs, trainable: trained }];
    }
    const inside = flattened(step.nested, `${path}/`, trained, inputs, ends);
    ends.set(path, ends.get(`${path}/${step.nested.outputs[0]!}`)!);
    return inside;
  });
}
