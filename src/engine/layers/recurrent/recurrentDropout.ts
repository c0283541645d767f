import type { Tensor } from '@tensorflow/tfjs-core';
import { dropoutMask } from '../noise/dropoutMask';
import { derivedSeed } from '../../../data/random';
import type { RecurrentSettings } from './recurrentSettings';
import type { LayerContext } from '../runState';

/** Factors on what goes into the gates: one for all, or one per gate; null where nothing is left out. */
export type Masks = readonly Tensor[] | null;

/**
 * Which inputs and states one batch leaves out, the same at every step. As in Keras every gate has masks of its own as
 * soon as states are left out. Without a context, which is only there in training, nothing is left out.
 */
export function recurrentDropout(
  { units, dropout = 0, recurrentDropout: ofStates = 0 }: RecurrentSettings,
  gates: number,
  [batch, , features]: readonly number[],
  context: LayerContext | false,
): { readonly inputs: Masks; readonly states: Masks } {
  if (context === false || (dropout === 0 && ofStates === 0)) return { inputs: null, states: null };
  const { seed, step } = context.run;
  const draw = (what: string, rate: number, size: number) =>
    Array.from({ length: ofStates > 0 ? gates : 1 }, (_, gate) =>
      dropoutMask([batch!, size], rate, derivedSeed(seed, context.label, what, gate, step)),
    );
  return {
    inputs: dropout > 0 ? draw('inputs', dropout, features!) : null,
    states: ofStates > 0 ? draw('states', ofStates, units) : null,
  };
}
