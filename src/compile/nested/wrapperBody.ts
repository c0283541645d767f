import type { AnyBrick } from '../../brick/brick';
import type { Arguments, InnerLayer, Traits } from '../../brick/call';
import type { LayerValue } from '../../brick/fields';
import type { Shape } from '../../brick/shape';
import type { Node } from '../../document/document';
import { callOf, writtenOf } from '../callOf';
import type { Problem } from '../issue';
import { argumentsOf, checkParams } from '../params';
import { weightsOf } from '../weights';
import type { Body, CompileContext } from './body';

/** What is so of a wrapper because it is so of the layer inside. */
function handedOut({
  random,
  mask,
  readsMask,
  refusesMask,
  refusesWhole,
  stateful,
  statistics,
  vocabulary,
  multiplies,
}: Traits): Traits {
  return {
    ...(random && { random }),
    ...(mask && { mask }),
    ...(readsMask && { readsMask }),
    ...(refusesMask && { refusesMask }),
    ...(refusesWhole && { refusesWhole }),
    ...(stateful && { stateful }),
    ...(statistics && { statistics }),
    ...(vocabulary && { vocabulary }),
    ...(multiplies && { multiplies }),
  };
}

/** A brick around another one: the inner brick is checked and shaped like any other. */
export function wrapperBody(
  brick: AnyBrick,
  params: Record<string, unknown>,
  inputShapes: readonly Shape[],
  trainable: boolean,
  { library }: CompileContext,
): Body | Problem {
  const wraps = brick.wraps!;
  const { type, params: given } = params['layer'] as LayerValue;
  const inside = Object.hasOwn(library.bricks, type) ? library.bricks[type] : undefined;
  if (!inside) return { code: 'unknownBrick', data: { type } };
  if (!wraps.accepts(inside)) {
    const allowed = Object.values(library.bricks).filter((other) => wraps.accepts(other));
    const data = { param: 'layer', value: type, allowed: allowed.map((other) => other.type).join(' | ') };
    return { code: 'parameter', data };
  }
  const checked = checkParams(inside, { params: given as Node['params'] });
  if ('problem' in checked) {
    return { code: 'parameter', data: { ...checked.problem, param: `layer.${checked.problem.param}` } };
  }
  const seen = [wraps.inner(inputShapes, params)];
  const call = callOf(inside, checked.params, seen);
  const penalty = call.args['activityRegularizer'];
  if (typeof penalty === 'object' && penalty !== null && 'role' in penalty && penalty.role !== 'layer') {
    // Keras adds such penalties once per copy or step, and not in every version alike.
    const data = { param: 'layer.activityRegularizer', value: penalty.name, allowed: 'none' };
    return { code: 'parameter', data };
  }
  const inner: InnerLayer = { type, call, inputShapes: seen, shape: inside.shape(seen, checked.params) };
  const own = weightsOf(inside, checked.params, seen, call.args, trainable);
  const weights = wraps.copies.flatMap((copy) => own.map((weight) => ({ ...weight, name: `${copy}${weight.name}` })));
  const layer: Arguments = { layer: { role: 'layer', layer: inner } };
  const others = Object.fromEntries(Object.entries(argumentsOf(brick, params)).filter(([name]) => name !== 'layer'));
  const name = brick.own?.(params, inputShapes) ?? null;
  return {
    call: {
      ...brick.layer,
      ...(name === null ? {} : { own: name }),
      args: { ...layer, ...others, ...wraps.args?.(inner, params) },
      kerasArgs: { ...layer, ...others },
      traits: { ...handedOut(call.traits), ...brick.traits?.(params, inputShapes) },
      written: writtenOf(brick, params),
    },
    shape: wraps.shape(inner.shape, inputShapes, params),
    weights,
    window: null,
  };
}
