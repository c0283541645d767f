import { type Tensor, type Variable, backend } from '@tensorflow/tfjs-core';
import type { Numbers, OptimizerRule } from '../../../training/optimizer';
import { inputsOf } from '../../kernels/webgpu/optimizerStep';
import { hasKernel, runKernel } from '../../layers/ownKernel';

/** A weight at one step. */
export interface Moved {
  readonly variable: Variable;
  readonly gradient: Tensor;
  readonly slots: readonly Tensor[];
}

interface AllAlike {
  readonly settings: Numbers;
  readonly time: number;
  readonly slotNames: readonly string[];
  /** The share of itself that every weight loses first. */
  readonly shrunk: number;
}

/**
 * Moves all weights, and their slots, in the memory they lie in, by one kernel of the backend in use. False where nothing
 * was done: the backend has no such kernel, the optimizer no formula for it, or something else shares the memory.
 */
export function movedWhereTheyLie(rule: OptimizerRule, weights: readonly Moved[], alike: AllAlike): boolean {
  if (rule.formula === undefined || weights.length === 0 || !hasKernel('OptimizerStep')) return false;
  const changed = weights.flatMap(({ variable, slots }) => [variable, ...slots]);
  const memory = new Set(changed.map(({ dataId }) => dataId));
  const own = changed.every(({ dtype, dataId }) => dtype === 'float32' && backend().refCount(dataId) === 1);
  const apart = weights.every(({ gradient }) => gradient.dtype === 'float32' && !memory.has(gradient.dataId));
  if (!own || !apart) return false;
  const { settings, time, slotNames, shrunk } = alike;
  const { numbers, code } = rule.formula(settings, time);
  const inputs = weights.flatMap(({ variable, slots, gradient }, at) => {
    const names = inputsOf(at, slotNames);
    return [variable, ...slots, gradient].map((tensor, place) => [names[place]!, tensor] as const);
  });
  runKernel('OptimizerStep', Object.fromEntries(inputs), {
    numbers: shrunk === 0 ? numbers : { ...numbers, shrunk },
    code: shrunk === 0 ? code : `weight -= weight * shrunk; ${code}`,
    slots: slotNames,
    weights: weights.length,
  });
  return true;
}
