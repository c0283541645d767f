import type { AnyBrick } from '../brick/brick';
import type { Call, Written } from '../brick/call';
import type { Shape } from '../brick/shape';
import { argumentsOf } from './params';

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Which arguments are written: initial values are those that Keras takes by itself, unless it takes those of another argument. */
export function writtenOf(brick: AnyBrick, params: Readonly<Record<string, unknown>>): Written {
  const { positional: first = [], always = [], follows = {} } = brick;
  const usual = (name: string, initial: unknown) => (Object.hasOwn(follows, name) ? params[follows[name]!] : initial);
  const silent = Object.entries(brick.params)
    .filter(
      ([name, { initial }]) =>
        !first.includes(name) && !always.includes(name) && same(params[name], usual(name, initial)),
    )
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
