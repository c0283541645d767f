import { isConfig, isList, member } from '../kerasGraph/json';
import type { Config, Json, KerasCall, KerasTensor, KerasValue } from '../kerasGraph/kerasGraph';
import { givenArguments, isKerasTensor } from './givenArguments';

/** Lists in lists, deeper than any call of a layer. */
const deepest = 16;

type Reference = readonly [string, number, number, ...Json[]];

/** `[layer, node, tensor]`, with the arguments of the call behind it where there are any. */
const isReference = (value: Json): value is Reference =>
  isList(value) && typeof value[0] === 'string' && Number.isInteger(value[1]) && Number.isInteger(value[2]);

/** What Keras 2 writes in place of a tensor for a plain value. */
const constant = '_CONSTANT_VALUE';

const isShape = (value: Json | undefined): value is readonly (number | null)[] =>
  isList(value) && value.every((size) => size === null || typeof size === 'number');

const tensorOf = ([layer, call, tensor]: Reference): KerasTensor => ({ layer, call, tensor });

/** Tensors in a part of a configuration, in order: `[layer, node, tensor]` or Keras 3's `__keras_tensor__`. */
export function tensorsIn(value: Json | undefined, depth = 0): readonly KerasTensor[] {
  if (value === undefined || depth > deepest) return [];
  if (isReference(value)) return value[0] === constant ? [] : [tensorOf(value)];
  if (isList(value)) return value.flatMap((each) => tensorsIn(each, depth + 1));
  if (!isConfig(value)) return [];
  const history = member(member(value, 'config'), 'keras_history');
  if (history !== undefined) {
    const shape = member(member(value, 'config'), 'shape');
    const tensors = tensorsIn(history, depth + 1);
    return isShape(shape) ? tensors.map((tensor) => ({ ...tensor, shape })) : tensors;
  }
  return Object.values(value).flatMap((each) => tensorsIn(each, depth + 1));
}

/** The calls of a layer, out of its `inbound_nodes`. */
export function callsOf(nodes: Json | undefined): readonly KerasCall[] {
  if (!isList(nodes)) return [];
  return nodes.flatMap((node) => {
    const call = isConfig(node) && isList(node['args']) ? newCall(node) : oldCall(node);
    return call.inputs.length > 0 ? [call] : [];
  });
}

/** Keras 3: arguments as they were given. */
function newCall(node: Config): KerasCall {
  const given = isList(node['args']) ? node['args'] : [];
  const kwargs = isConfig(node['kwargs']) ? node['kwargs'] : {};
  const call = withArguments(
    given.map((each) => [each, tensorsIn(each)] as const),
    kwargs,
  );
  return { ...call, given: givenArguments(given, kwargs, isKerasTensor) };
}

/** Keras 1, 2 and TensorFlow.js: a list of references, the last of which may hold named arguments. */
function oldCall(node: Json): KerasCall {
  const given = isReference(node) ? [node] : isConfig(node) ? Object.values(node) : isList(node) ? node : [];
  const kwargs = given.reduce<Config>((all, each) => {
    const own = isReference(each) ? each[3] : undefined;
    return isConfig(own) ? { ...all, ...own } : all;
  }, {});
  const call = withArguments(
    given.map((each) => {
      if (isReference(each) && each[0] === constant) return [(each as readonly Json[])[2] ?? null, []] as const;
      return [each, tensorsIn(isReference(each) ? each.slice(0, 3) : each)] as const;
    }),
    kwargs,
  );
  const tensors = given.filter((each) => isReference(each));
  // Several tensors without names are a list.
  const args = tensors.length > 1 ? [tensors] : tensors;
  const isTensor = (value: Json) => isReference(value) && value[0] !== constant;
  return tensors.length < given.length ? call : { ...call, given: givenArguments(args, kwargs, isTensor) };
}

/** Masks of time steps go with the values of themselves; Keras 3 writes them, too, and what makes them. */
const isMask = (name: string) => name === 'mask';

/** Named arguments that are tensors come in behind the others. */
function withArguments(given: readonly (readonly [Json, readonly KerasTensor[]])[], named: Config): KerasCall {
  const inputs: KerasTensor[] = [];
  const args: KerasValue[] = [];
  for (const [value, tensors] of given) {
    if (tensors.length === 0) args.push({ value });
    for (const tensor of tensors) args.push({ input: inputs.push(tensor) - 1 });
  }
  const kwargs: Record<string, Json> = {};
  for (const [name, value] of Object.entries(named)) {
    if (isMask(name)) continue;
    const tensors = tensorsIn(value);
    if (tensors.length === 0) kwargs[name] = value;
    for (const tensor of tensors) args.push({ input: inputs.push(tensor) - 1 });
  }
  return { inputs, args, kwargs };
}
