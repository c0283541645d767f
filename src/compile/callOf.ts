import type { AnyBrick, Call } from '../brick/brick';
import type { Shape } from '../brick/shape';
import { argumentsOf } from './params';

/** What prints and builds a layer of this brick. */
export function callOf(brick: AnyBrick, params: Record<string, unknown>, inputShapes: readonly Shape[]): Call {
  const plain = argumentsOf(brick, params);
  const args = brick.args?.(params, inputShapes, plain) ?? plain;
  const kerasArgs = brick.kerasArgs?.(params, inputShapes, plain) ?? args;
  const own = brick.own?.(params, inputShapes) ?? null;
  const list = brick.inputs === 'many' ? { takesList: true as const } : {};
  return { ...brick.layer, ...(own === null ? {} : { own }), ...list, args, kerasArgs };
}
