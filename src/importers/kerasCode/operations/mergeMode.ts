import type { Call, Value } from '../values/value';

/** Ways of Keras 1's `merge` by the function that replaced each. */
const modes: Readonly<Record<string, string>> = {
  concat: 'concatenate',
  sum: 'add',
  mul: 'multiply',
  ave: 'average',
  max: 'maximum',
};

/** `merge([x, y], mode='concat', concat_axis=3)` of Keras 1 as the function that does it now; null for no known mode. */
export function mergeMode(call: Call): { readonly name: string; readonly call: Call } | null {
  const [tensors, given] = call.args;
  const mode = call.named.get('mode') ?? given;
  if (!tensors || mode?.kind !== 'string' || !Object.hasOwn(modes, mode.value)) return null;
  const name = modes[mode.value]!;
  const axis = call.named.get('concat_axis');
  const named: [string, Value][] = [...call.named].filter(([key]) => key === 'name');
  if (axis && name === 'concatenate') named.push(['axis', axis]);
  return { name, call: { ...call, args: [tensors], named: new Map(named) } };
}
