import { type AnyBrick, initialParams } from '../../brick/brick';
import type { Argument, Arguments, Call } from '../../brick/call';
import type { LayerValue } from '../../brick/fields';
import { paramsFromKeras } from '../../brick/fromKeras';
import { type Shape, ShapeError } from '../../brick/shape';
import { callOf } from '../../compile/callOf';
import { compile } from '../../compile/compile';
import type { Step } from '../../compile/plan';
import { stepOf } from '../../compile/step';
import { ownClass, tfjsCall } from '../../compile/tfjsCall';
import type { Document, Node } from '../../document/document';
import type { Library } from '../../document/template';
import type { Json } from '../kerasGraph/kerasGraph';

/** A layer as TensorFlow.js is told it: what makes it (`tf.layers.dense`, a class of ours) and its arguments. */
export interface ToldLayer {
  readonly callee: string;
  readonly args: Readonly<Record<string, Json>>;
}

type Params = Record<string, unknown>;

const roles: Readonly<Record<string, 'initializer' | 'regularizer' | 'constraint'>> = {
  initializer: 'initializer',
  regularizer: 'regularizer',
  constraint: 'constraint',
};

const isObject = (value: unknown): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The arguments in the form in which bricks read those of Keras. */
function readable(brick: AnyBrick, args: ToldLayer['args']): Arguments {
  const entries = Object.entries(args).map(([name, value]): readonly [string, Argument] => {
    const role = roles[brick.params[name]?.kind ?? ''];
    if (role && typeof value === 'string') return [name, { role, name: value, settings: {} }];
    if (role && isObject(value)) {
      return [name, { role, name: String(value['named']), settings: value['settings'] as Record<string, number> }];
    }
    return [name, value as Argument];
  });
  return Object.fromEntries(entries.filter(([name]) => brick.params[name]?.kind !== 'layer'));
}

/** The parameters of a brick from what is told of it; what it is not told it takes by itself. Null where it is another. */
function guessed(
  brick: AnyBrick,
  told: ToldLayer,
  inputs: readonly Shape[],
  bricks: readonly AnyBrick[],
  isMasking: boolean,
): Params | null {
  const given = paramsFromKeras(brick, readable(brick, told.args), () => null);
  const params: Params = { ...initialParams(brick) };
  for (const [name, field] of Object.entries(brick.params)) {
    const parsed = Object.hasOwn(given, name) ? field.schema.safeParse(given[name]) : null;
    if (parsed?.success) params[name] = parsed.data;
  }
  const around = brick.wraps ? told.args['layer'] : undefined;
  try {
    if (brick.wraps) {
      if (!isObject(around)) return null;
      const inner = { callee: String(around['layer']), args: around['args'] as ToldLayer['args'] };
      const layer = innerLayer(brick, inner, brick.wraps.inner(inputs, params), bricks);
      if (!layer) return null;
      params['layer'] = layer;
    }
    if (isMasking) {
      const silenced = brick.traits?.({ ...params }, inputs).maskLayer?.silences ?? maskSwitch(brick, params, inputs);
      if (silenced === null) return null;
      params[silenced] = true;
    }
    return params;
  } catch (error) {
    // A brick for other shapes is meant.
    if (error instanceof ShapeError) return null;
    throw error;
  }
}

/** The parameter by which a layer makes a mask, where it has one that is off. */
function maskSwitch(brick: AnyBrick, params: Params, inputs: readonly Shape[]): string | null {
  const switches = Object.keys(brick.params).filter((name) => brick.params[name]!.kind === 'toggle');
  return (
    switches.find((name) => brick.traits?.({ ...params, [name]: true }, inputs).maskLayer?.silences === name) ?? null
  );
}

/** Other ways to read what is told: each argument as it is, and one whose name the brick has not in the place of any that would take it. */
function otherReadings(brick: AnyBrick, params: Params, { args }: ToldLayer): readonly Params[] {
  const takes = (name: string, value: Json | undefined) => brick.params[name]!.schema.safeParse(value).success;
  const named = Object.keys(brick.params).filter((name) => Object.hasOwn(args, name) && takes(name, args[name]));
  const plain = { ...params, ...Object.fromEntries(named.map((name) => [name, args[name]])) };
  const [stranger, ...more] = Object.keys(args).filter(
    (name) => !Object.hasOwn(brick.params, name) && name !== 'masked',
  );
  if (stranger === undefined || more.length > 0) return [plain];
  const places = Object.keys(brick.params).filter((name) => !Object.hasOwn(args, name) && takes(name, args[stranger]));
  return [plain, ...places.map((name) => ({ ...params, [name]: args[stranger] }))];
}

/** How a value is written, in one way for what means the same. */
function canonical(value: Argument | Json): unknown {
  if (Array.isArray(value)) return value.map((each: Argument | Json) => canonical(each));
  if (typeof value !== 'object' || value === null) return value;
  const object = value as Readonly<Record<string, unknown>>;
  if ('role' in object && object['role'] === 'layer') return 'layer';
  if ('layer' in object) return 'layer';
  const name = 'role' in object ? object['name'] : object['named'];
  const settings = Object.entries(object['settings'] as object).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return settings.length === 0 ? name : [name, ...settings];
}

const same = (one: Argument | Json, other: Argument | Json) =>
  JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));

/** What masks make of a layer besides: which inputs have one. */
const besides = new Set(['masked']);

/** Whether a layer of this brick is printed as it was told. */
function isTold(call: Call, { callee, args }: ToldLayer): boolean {
  const { own, factory, args: printed } = tfjsCall({ call });
  const { traits, written } = call;
  const names = [own, traits.seeded, traits.masked].flatMap((name) => (name ? [ownClass(name)] : []));
  const isOwn = own !== null || traits.seeded !== undefined;
  if (!names.includes(callee) && !(!isOwn && callee === `tf.layers.${factory}`)) return false;
  const silenced = traits.maskLayer?.silences;
  const isSilent = (name: string, value: Argument) =>
    value === null || written.silent.includes(name) || name === silenced;
  return (
    Object.entries(args).every(
      ([name, value]) =>
        besides.has(name) || (Object.hasOwn(printed, name) ? same(value, printed[name]!) : value === null),
    ) &&
    Object.entries(printed).every(
      ([name, value]) => Object.hasOwn(args, name) || isSilent(name, value) || name === 'activityRegularizer',
    )
  );
}

interface Placing {
  readonly told: ToldLayer;
  readonly sources: readonly Step[];
  readonly library: Library;
  /** A layer behind it hands its mask on, as one that leaves steps out where a value says so. */
  readonly masks: boolean;
}

/** The brick that is printed as this layer, as a node and as a step; null where none is. */
export function placedBrick(
  name: string,
  { told, sources, library, masks }: Placing,
): { readonly node: Node; readonly step: Step } | null {
  const bricks = Object.values(library.bricks);
  const inputs = sources.map(({ shape }) => shape);
  const context = { library, compile: (document: Document) => compile(document, library) };
  for (const brick of bricks) {
    if (brick.nested || (brick.inputs === 'many' ? inputs.length === 0 : brick.inputs !== inputs.length)) continue;
    for (const isMasking of masks ? [true, false] : [false]) {
      const params = guessed(brick, told, inputs, bricks, isMasking);
      if (!params) continue;
      for (const each of [params, ...otherReadings(brick, params, told)]) {
        const node: Node = { type: brick.type, params: each as Node['params'], trainable: true, at: [0, 0] };
        const outcome = stepOf(name, node, sources, [], context);
        if ('step' in outcome && isTold(outcome.step.call, told)) return { node, step: outcome.step };
      }
    }
  }
  return null;
}

/** A layer inside another one, as a parameter of that. */
function innerLayer(brick: AnyBrick, inner: ToldLayer, shape: Shape, bricks: readonly AnyBrick[]): LayerValue | null {
  for (const other of bricks) {
    if (!brick.wraps?.accepts(other) || other.wraps) continue;
    const params = guessed(other, inner, [shape], bricks, false);
    const readings = params ? [params, ...otherReadings(other, params, inner)] : [];
    const found = readings.find((each) => isPrinted(other, each, shape, inner));
    if (found) return { type: other.type, params: found };
  }
  return null;
}

function isPrinted(brick: AnyBrick, params: Params, shape: Shape, told: ToldLayer): boolean {
  try {
    brick.shape([shape], params);
    return isTold(callOf(brick, params, [shape]), told);
  } catch (error) {
    // A brick for other shapes is meant.
    if (error instanceof ShapeError) return false;
    throw error;
  }
}
