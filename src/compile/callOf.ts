import type { AnyBrick } from '../brick/brick';
import type { Call, Written } from '../brick/call';
import type { Shape } from '../brick/shape';
import { argumentsOf } from './params';

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Which arguments are written: initial values are those that Keras takes by itself, unless the brick says otherwise. */
export function writtenOf(brick: AnyBrick, params: Readonly<Record<string, unknown>>): Written {
  const { positional: first = [], always = [] } = brick;
  const silent = Object.entries(brick.params)
    .filter(([name, field]) => !first.includes(name) && !always.includes(name) && same(params[name], field.initial))
    .map(([name]) => name);
  return { first, silent, ...(brick.ownDefaults && { ownSilent: true }) };
}

/** What prints and builds a layer of this brick. */
export function callOf(brick: AnyBrick, params: Record<string, unknown>, inputShapes: readonly Shape[]): Call {
  const plain = argumentsOf(brick, params);
  const args = brick.args?.(params, inputShapes, plain) ?? plain;
  const kerasArgs = brick.kerasArgs?.(params, inputShapes, plain) ?? args;
  const own = brick.own?.(params, inputShapes) ?? null;
  return {
    ...brick.layer,
    ...(own === null ? {} : { own }),
    ...(brick.inputs === 'many' && { takesList: true }),
    args,
    kerasArgs,
    traits: brick.traits?.(params, inputShapes) ?? {},
    written: writtenOf(brick, params),
  };
}
