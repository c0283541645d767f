import type { Plan, Step } from '../../../compile/plan';
import { sharedIn } from '../../../compile/repetition/calledAgain';
import { inCallOrder } from '../../../compile/shared/callOrder';
import { isHelper, wired } from '../../../compile/wired/wired';
import { type Arriving, type Asked, LayerRefused, type Printed } from '../layer';
import { printLayer } from '../layers/index';

/** The steps of a plan with the masks between them as steps of their own. */
export interface Wiring {
  readonly steps: readonly Step[];
  readonly outputs: readonly string[];
  /** Steps whose layer is called several times, by name: one module serves them all. */
  readonly shared: ReadonlySet<string>;
  /** The steps that take a value. */
  consumers(name: string): readonly Step[];
}

/**
 * What is printed of a step whose first input lies so; a layer that is called several times takes all alike, as Keras has
 * them. Throws `LayerRefused`.
 */
export function printed(step: Step, lies: Arriving, { shared }: Pick<Wiring, 'shared'>): Printed {
  const arriving: Arriving = shared.has(step.name) ? { layout: 'last', flattened: null } : lies;
  const { call, inputShapes, shape, weights, trainable } = step;
  const asked: Asked = { call, inputShapes, shape, weights, trainable, arriving };
  return printLayer(asked);
}

/** Python needs no copies of what a layer takes twice. */
export function wiringOf({ steps: all, outputs }: Plan): Wiring {
  const steps: Step[] = [];
  const originals = new Map<string, string>();
  for (const step of wired(inCallOrder(all))) {
    const inputs = step.inputs.map((name) => originals.get(name) ?? name);
    if (isHelper(step) && step.type === 'copy') originals.set(step.name, inputs[0]!);
    else steps.push({ ...step, inputs });
  }
  const taken = new Map<string, Step[]>();
  for (const step of steps) {
    for (const name of new Set(step.inputs)) taken.set(name, [...(taken.get(name) ?? []), step]);
  }
  const shared = sharedIn(all);
  return { steps, outputs, shared, consumers: (name) => taken.get(name) ?? [] };
}

/** The step whose name and weights the layer of this step has. */
export const ownerOf = (step: Step, { steps }: Pick<Wiring, 'steps'>): Step =>
  (step.sharesWith === undefined ? undefined : steps.find(({ name }) => name === step.sharesWith)) ?? step;

/** Can everything behind this value take it flat from channels first, so that its order need not be Keras's? */
export function takenFlat(name: string, arriving: Arriving, wiring: Wiring): boolean {
  const consumers = wiring.consumers(name);
  if (wiring.outputs.includes(name) || consumers.length === 0) return false;
  return consumers.every((step) => {
    if (step.nested || step.inputs.length > 1 || isHelper(step)) return false;
    try {
      const { takes, gives = takes } = printed(step, arriving, wiring);
      return takes === 'flat' && (gives !== 'flat' || takenFlat(step.name, arriving, wiring));
    } catch (error) {
      if (error instanceof LayerRefused) return false;
      throw error;
    }
  });
}
