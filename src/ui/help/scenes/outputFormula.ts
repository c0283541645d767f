import type { Dimension, Shape } from '../../../brick/shape';
import { type Origin, outputRules, wrapperRule } from './outputRules';
import { type Params, numberOf } from '../readParams';
import type { Subject } from '../subject';
import { slidingText } from './windowText';

/** What an axis is called in an output of this rank; `axis` where it has no usual name. */
export type AxisName = 'values' | 'steps' | 'features' | 'depth' | 'height' | 'width' | 'channels' | 'axis';

export type AxisFormula = Origin & { readonly name: AxisName; readonly value: Dimension };

const names: readonly (readonly AxisName[])[] = [
  [],
  ['values'],
  ['steps', 'features'],
  ['height', 'width', 'channels'],
  ['depth', 'height', 'width', 'channels'],
];

export const axisNames = (shape: Shape): readonly AxisName[] => names[shape.length] ?? shape.map(() => 'axis');

/** Parameters that are the size of the last axis. */
const lastAxis = ['filters', 'units', 'outputDim'];

/** The formula of the output size, axis by axis, with this brick's own numbers. */
export function outputFormulas(subject: Subject): readonly AxisFormula[] {
  const { shape } = subject;
  const called = subject.inner ? innerNames(subject) : axisNames(shape);
  const origins = originsOf(subject);
  return shape.map((value, axis) => ({ ...origins[axis]!, name: called[axis]!, value }));
}

/** A wrapper's steps come first; the rest is called as the inner brick's output. */
function innerNames({ shape, inner }: Subject): readonly AxisName[] {
  const own = axisNames(inner!.shape);
  return own.length + 1 === shape.length ? ['steps', ...own] : axisNames(shape);
}

/** One origin per output axis. */
export function originsOf(subject: Subject): readonly Origin[] {
  const { brick, params, shape, nested } = subject;
  if (nested) return shape.map(() => ({ kind: 'nested' }));
  const rule = brick.wraps ? wrapperRule : brick.drawing && outputRules[brick.drawing];
  const ruled = rule?.(subject, originsOf) ?? slidingOrigins(subject);
  return shape.map((_, axis) => ruled[axis] ?? usualOrigin(subject, axis, params));
}

function slidingOrigins({ brick, params, inputShapes: [x] }: Subject): readonly Origin[] {
  const padding = String(params['padding'] ?? 'valid');
  return (brick.window?.(params) ?? []).map((window, axis) => ({
    kind: 'computed',
    text: slidingText(x?.[axis] ?? null, window, padding),
  }));
}

function usualOrigin({ inputShapes, shape }: Subject, axis: number, params: Params): Origin {
  const size = shape[axis];
  const last = axis === shape.length - 1;
  const saying = last ? lastAxis.find((param) => numberOf(params, param, -1) === size) : undefined;
  if (saying !== undefined) return { kind: 'param', param: saying };
  if (inputShapes.some((x) => x.length === shape.length && x[axis] === size)) return { kind: 'kept' };
  const input = inputShapes[0];
  if (last && input !== undefined && input.at(-1) === size) return { kind: 'kept' };
  const param = Object.entries(params).find(
    ([, value]) => value === size || (Array.isArray(value) && value[axis] === size),
  );
  return param ? { kind: 'param', param: param[0] } : { kind: 'computed', text: String(size ?? '?') };
}
