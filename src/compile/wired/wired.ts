import type { Arguments } from '../../brick/call';
import type { Shape } from '../../brick/shape';
import type { Step } from '../plan';
import { callsBefore } from '../shared/callOrder';
import { type Mask, masksOf, masksRead } from './masks';

const helpers = ['mask', 'copy'] as const;

/** Does this step stand for no brick, but for what TensorFlow.js needs between them? */
export const isHelper = ({ type }: Pick<Step, 'type'>) => helpers.some((one) => one === type);

function helper(
  type: (typeof helpers)[number],
  name: string,
  sources: readonly Pick<Step, 'name' | 'shape'>[],
  { own, args, shape, blocks }: { own: string; args: Arguments; shape: Shape } & Pick<Step, 'blocks'>,
): Step {
  return {
    name,
    type,
    call: { tfjs: '', keras: '', own, args, kerasArgs: {}, traits: {}, written: { first: [], silent: [] } },
    inputs: sources.map((source) => source.name),
    inputShapes: sources.map((source) => source.shape),
    shape,
    weights: [],
    parameters: 0,
    trainableParameters: 0,
    trainable: true,
    window: null,
    blocks,
  };
}

/** Makes names that no step has. */
function namer(steps: readonly Step[]): (wanted: string) => string {
  const taken = new Set(steps.map(({ name }) => name));
  return (wanted) => {
    let free = wanted;
    for (let number = 1; taken.has(free); number++) free = `${wanted}_${number}`;
    taken.add(free);
    return free;
  };
}

/** All masks that something is computed with, those that they are made of before them. */
function wantedMasks(steps: readonly Step[], masks: ReadonlyMap<string, Mask>): ReadonlySet<Mask> {
  const wanted = new Set<Mask>();
  const want = (mask: Mask | undefined) => {
    if (mask === undefined || wanted.has(mask)) return;
    mask.of.forEach(want);
    wanted.add(mask);
  };
  for (const step of steps) masksRead(step, masks).forEach(want);
  return wanted;
}

/** Which ports come with a mask: what our layers with several inputs are told, the masks coming behind the values. */
const ports = (given: readonly (Mask | undefined)[]) => given.map((mask) => mask !== undefined);

/**
 * The steps as TensorFlow.js is given them. It hands masks on otherwise than Keras, and lets go of a value too early
 * that one layer takes twice; so a mask is a layer of its own here (`[batch, steps]`, 1 or 0), which those that compute
 * with it take as a further input, and whatever comes in twice comes from a copy the second time. Both stand among the
 * steps, named after the step that they belong to; steps that nothing concerns come back as they are.
 */
export function wired(steps: readonly Step[]): readonly Step[] {
  const masks = masksOf(steps);
  const wanted = wantedMasks(steps, masks);
  const take = namer(steps);
  const made = new Map<Mask, Step>();
  const layersOf = (given: readonly (Mask | undefined)[]) =>
    given.flatMap((mask) => (mask === undefined ? [] : made.get(mask)!));

  function reading(step: Step): Step {
    const { maskLayer, masked } = step.call.traits;
    const given = masksRead(step, masks);
    const more = layersOf(given);
    const silenced = maskLayer?.silences;
    const { [silenced ?? '']: _made, ...others } = step.call.args;
    const args = silenced === undefined ? step.call.args : others;
    if (more.length === 0) return silenced === undefined ? step : { ...step, call: { ...step.call, args } };
    return {
      ...step,
      call: {
        ...step.call,
        ...(masked === undefined ? {} : { own: masked }),
        args: step.inputs.length === 1 ? args : { ...args, masked: ports(given) },
      },
      inputs: [...step.inputs, ...more.map(({ name }) => name)],
      inputShapes: [...step.inputShapes, ...more.map(({ shape }) => shape)],
    };
  }

  function maskStep(mask: Mask): Step {
    const { name, inputs, inputShapes, blocks, call } = mask.from;
    const { own, args, alone } = call.traits.maskLayer!;
    const values = alone ? [] : inputs.map((input, port) => ({ name: input, shape: inputShapes[port]! }));
    return helper('mask', take(`${name}_mask`), [...values, ...layersOf(mask.of)], {
      own,
      args: mask.of.length === 0 || alone ? args : { ...args, masked: ports(mask.of) },
      shape: mask.shape,
      blocks,
    });
  }

  /** The copies that this step needs, and the step with them as its inputs. */
  function copied(step: Step): readonly Step[] {
    const copies: Step[] = [];
    const inputs = step.inputs.map((name, port) => {
      const call = port === 0 ? earlier.get(step.name) : undefined;
      if (call === undefined && step.inputs.indexOf(name) === port) return name;
      const shape = step.inputShapes[port]!;
      const { blocks } = step;
      // A copy that waits for another call: TensorFlow.js has no order of its own.
      const sources = call === undefined ? [{ name, shape }] : [{ name, shape }, call];
      const copy = helper('copy', take(`${name}_copy`), sources, {
        own: 'merge/copy',
        args: {},
        shape,
        blocks,
      });
      copies.push(copy);
      return copy.name;
    });
    return copies.length === 0 ? [step] : [...copies, { ...step, inputs }];
  }

  const earlier = callsBefore(steps);
  const own = new Map([...wanted].map((mask) => [mask.from.name, mask]));
  return steps.flatMap((step) => {
    const all = copied(reading(step));
    const mask = own.get(step.name);
    if (mask === undefined) return all;
    const layer = maskStep(mask);
    made.set(mask, layer);
    return [...all, ...copied(layer)];
  });
}
