import type { Argument, Call, Traits } from '../../brick/call';
import type { Plan, Step } from '../../compile/plan';

/** What an output's values come from, past layers that only hand them on. */
export interface OutputEnd {
  /** The last layer that makes its values. */
  readonly step: Step;
  /** Its activation: `linear` where its values can be any numbers. */
  readonly activation: string;
  /** Where its argument `activation` says so, and can say otherwise: its own, or that of the layer inside. */
  readonly set: 'own' | 'inside' | null;
}

const named = (argument: Argument | undefined) => (typeof argument === 'string' ? argument : null);

/** The layer inside a wrapper. */
function insideOf({ call }: Step): Call | null {
  const inner = Object.values(call.args).find(
    (argument) => typeof argument === 'object' && argument !== null && 'role' in argument && argument.role === 'layer',
  );
  return typeof inner === 'object' && inner !== null && 'layer' in inner ? inner.layer.call : null;
}

/** What is so of a layer's values: those of a wrapper that adds nothing are the values of the layer inside. */
export function valueTraits(step: Step): Traits {
  const { traits } = step.call;
  return traits.wrapsOnly ? (insideOf(step)?.traits ?? traits) : traits;
}

/** Where the values of an output, or of another layer, get their range; null where that cannot be told. */
export function outputEnd(plan: Plan, output: string): OutputEnd | null {
  const steps = new Map(plan.steps.map((step) => [step.name, step]));
  const endOf = (name: string): OutputEnd | null => {
    const step = steps.get(name);
    if (step === undefined || step.inputs.length === 0) return null;
    const { args } = step.call;
    const traits = valueTraits(step);
    const below = () => endOf(step.inputs[0]!);
    if (traits.passesValues) return below();
    if (step.nested) {
      const inner = outputEnd(step.nested, step.nested.outputs[0]!);
      return inner && { step, activation: inner.activation, set: null };
    }
    const inside = insideOf(step);
    const own = named(args['activation']) ?? (step.call.traits.wrapsOnly ? named(inside?.args['activation']) : null);
    // An activation that changes nothing leaves what is in front of it.
    if (own === 'linear' && step.weights.length === 0) return below();
    if (own !== null) return { step, activation: own, set: inside === null ? 'own' : 'inside' };
    if (traits.activation !== undefined) return { step, activation: traits.activation, set: null };
    if (inside !== null && !step.call.traits.wrapsOnly) {
      const activation = inside.traits.activation ?? named(inside.args['activation']);
      return activation === null ? null : { step, activation, set: null };
    }
    if (traits.range === 'free') return { step, activation: 'linear', set: null };
    if (traits.range !== 'kept') return null;
    const ends = step.inputs.map(endOf);
    const [first] = ends;
    if (first == null || ends.some((end) => end?.activation !== first.activation)) return null;
    return ends.length === 1 ? first : { ...first, step, set: null };
  };
  return endOf(output);
}

/** The parameter that says how many values an output has. */
export interface OutputSize {
  readonly step: Step;
  readonly param: string;
  /** It is one of the layer inside. */
  readonly inside: boolean;
}

/** How layers with kernels call the number of their outputs. */
const sizes = ['units', 'filters'];

function sizeOf(step: Step): OutputSize | null {
  const { args, traits } = step.call;
  const inner = traits.wrapsOnly ? insideOf(step) : null;
  const param = sizes.find((each) => typeof (inner?.args ?? args)[each] === 'number');
  return param === undefined ? null : { step, param, inside: inner !== null };
}

/** The parameter that says how many values this output, a row of them, has; null where none does. */
export function outputSize(plan: Plan, output: string): OutputSize | null {
  const steps = new Map(plan.steps.map((step) => [step.name, step]));
  for (let step = steps.get(output); step !== undefined; step = steps.get(step.inputs[0] ?? '')) {
    const size = sizeOf(step);
    const { shape, inputs, inputShapes } = step;
    if (size !== null) return size;
    if (step.nested || inputs.length !== 1) return null;
    const same = inputShapes[0]!.join() === shape.join();
    // One value is left of each channel.
    const pooled = valueTraits(step).range === 'kept' && shape.length === 1 && inputShapes[0]!.at(-1) === shape[0];
    if (!(same || pooled)) return null;
  }
  return null;
}
