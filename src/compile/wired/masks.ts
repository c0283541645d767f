import type { MaskRule } from '../../brick/call';
import type { Dimension, Shape } from '../../brick/shape';
import type { Step } from '../plan';

/** Which values of a step's output count: a mask of its own making, or that of an earlier step, handed on. */
export interface Mask {
  /** The step that made it. */
  readonly from: Step;
  /** The masks that it was made of, by port of that step; a hole where values come in without one. */
  readonly of: readonly (Mask | undefined)[];
  /** Without the batch, mostly `[steps]`. */
  readonly shape: Shape;
}

/** The first layer behind which this mask is, by its inputs' order. */
export function makerOf({ from, of }: Mask): string {
  const earlier = of.find((mask) => mask !== undefined);
  return earlier === undefined ? from.name : makerOf(earlier);
}

type Given = readonly (Mask | undefined)[];

const stretch = (one: Dimension | undefined, other: Dimension): Dimension =>
  one === undefined || one === 1 ? other : one;

/** Masks of values of one rank, where a size of 1 stretches. */
const merged = (masks: readonly (Mask | undefined)[]): Shape =>
  masks.reduce<Shape>((shape, mask) => mask!.shape.map((size, axis) => stretch(shape[axis], size)), []);

/** Keras 3's `compute_mask`, by rule. */
const rules: Readonly<Record<MaskRule, (step: Step, given: Given) => Mask | undefined>> = {
  ends: () => undefined,
  passes: (_, [mask]) => mask,
  makes: (from) => ({ from, of: [], shape: from.shape.slice(0, -1) }),
  merges: (from, of) => (of.every((mask) => mask !== undefined) ? { from, of, shape: merged(of) } : undefined),
  joins: (from, of) =>
    of.some((mask) => mask !== undefined) ? { from, of, shape: from.shape.slice(0, -1) } : undefined,
};

/** The masks that go out of these steps, by name; a step without one is not in it. A model inside ends them. */
export function masksOf(steps: readonly Step[]): ReadonlyMap<string, Mask> {
  const masks = new Map<string, Mask>();
  for (const step of steps) {
    const rule = step.nested || step.inputs.length === 0 ? 'ends' : (step.call.traits.mask ?? 'ends');
    const mask = rules[rule](
      step,
      step.inputs.map((name) => masks.get(name)),
    );
    if (mask) masks.set(step.name, mask);
  }
  return masks;
}

/**
 * The masks that a step computes with, by port. Keras brings inputs of different ranks to the same one before it merges
 * them, and those that gain axes lose their masks there.
 */
export function masksRead({ inputs, inputShapes, call, nested }: Step, masks: ReadonlyMap<string, Mask>): Given {
  if (nested || call.traits.readsMask !== true) return [];
  const rank = Math.max(...inputShapes.map(({ length }) => length));
  return inputs.map((name, port) => (inputShapes[port]!.length === rank ? masks.get(name) : undefined));
}

/** Layers that Keras refuses behind a mask, and what comes in there. */
export function refusedMasks(steps: readonly Step[]): readonly { readonly step: string; readonly mask: Mask }[] {
  if (!steps.some(({ call }) => call.traits.refusesMask)) return [];
  const masks = masksOf(steps);
  return steps.flatMap(({ name, inputs, call }) => {
    const mask = call.traits.refusesMask ? masks.get(inputs[0]!) : undefined;
    return mask ? [{ step: name, mask }] : [];
  });
}
