import type { Argument } from '../../brick/call';
import type { Plan, Step } from '../../compile/plan';

/** What an output's values come from, past layers that only hand them on. */
export interface OutputEnd {
  /** The last layer that makes its values. */
  readonly step: Step;
  /** Its activation: `linear` where its values can be any numbers. */
  readonly activation: string;
  /** Its own argument `activation` says so, and can say otherwise. */
  readonly own: boolean;
}

const named = (argument: Argument | undefined) => (typeof argument === 'string' ? argument : null);

/** The layer inside a wrapper. */
function insideOf({ call }: Step): { readonly activation: string | null } | null {
  const inner = Object.values(call.args).find(
    (argument) => typeof argument === 'object' && argument !== null && 'role' in argument && argument.role === 'layer',
  );
  if (typeof inner !== 'object' || inner === null || !('layer' in inner)) return null;
  const { args, traits } = inner.layer.call;
  return { activation: traits.activation ?? named(args['activation']) };
}

/** Where the values of an output, or of another layer, get their range; null where that cannot be told. */
export function outputEnd(plan: Plan, output: string): OutputEnd | null {
  const steps = new Map(plan.steps.map((step) => [step.name, step]));
  const endOf = (name: string): OutputEnd | null => {
    const step = steps.get(name);
    if (step === undefined || step.inputs.length === 0) return null;
    const { traits, args } = step.call;
    const below = () => endOf(step.inputs[0]!);
    if (traits.passesValues) return below();
    if (step.nested) {
      const inner = outputEnd(step.nested, step.nested.outputs[0]!);
      return inner && { step, activation: inner.activation, own: false };
    }
    const own = named(args['activation']);
    // An activation that changes nothing leaves what is in front of it.
    if (own === 'linear' && step.weights.length === 0) return below();
    if (own !== null) return { step, activation: own, own: true };
    if (traits.activation !== undefined) return { step, activation: traits.activation, own: false };
    const inside = insideOf(step);
    if (inside !== null) return inside.activation === null ? null : { step, activation: inside.activation, own: false };
    if (traits.range === 'free') return { step, activation: 'linear', own: false };
    if (traits.range !== 'kept') return null;
    const ends = step.inputs.map(endOf);
    const [first] = ends;
    if (first == null || ends.some((end) => end?.activation !== first.activation)) return null;
    return ends.length === 1 ? first : { ...first, step, own: false };
  };
  return endOf(output);
}

/** The layer whose parameter `units` says how many values this output has; null where none does. */
export function unitsStep(plan: Plan, output: string): Step | null {
  const steps = new Map(plan.steps.map((step) => [step.name, step]));
  for (let step = steps.get(output); step !== undefined; step = steps.get(step.inputs[0] ?? '')) {
    const { args, traits } = step.call;
    if (typeof args['units'] === 'number') return step;
    const keeps = traits.passesValues ?? false;
    const sameSize = step.inputs.length === 1 && step.inputShapes[0]!.join() === step.shape.join();
    if (step.nested || !(keeps || sameSize)) return null;
  }
  return null;
}
