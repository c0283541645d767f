import { CodeError } from '../../kerasCode/codeError';
import type { Call, Value } from '../../kerasCode/values/value';
import { isTensor } from '../trace/tensor';
import { type Trace, torchDomain } from '../trace/trace';

/** Plain values among arguments, as one text of JSON. */
function settingsOf({ args, named }: Call): string {
  const plain = (value: Value): unknown => {
    if (value.kind === 'number' || value.kind === 'string' || value.kind === 'boolean') return value.value;
    return 'items' in value && value.items.length < 100 ? value.items.map(plain) : null;
  };
  const entries = [
    ...args.map((value, at) => [`argument_${at}`, value] as const).filter(([, value]) => !isTensor(value)),
    ...[...named].filter(([, value]) => !isTensor(value)),
  ];
  return JSON.stringify(Object.fromEntries(entries.map(([name, value]) => [name, plain(value)])));
}

/** What nobody here knows: it keeps its place, and is taken for as large as what goes in first. Throws `CodeError('notTensor')`. */
export function placeholder(
  className: string,
  module: string,
  call: Call,
  trace: Trace,
  settings = settingsOf(call),
): Value {
  const given = [...call.args, ...call.named.values()].flatMap((value) => ('items' in value ? value.items : [value]));
  const inputs = given.filter(isTensor);
  const [first] = inputs;
  if (!first) throw new CodeError('notTensor', call.line, { layer: className, got: '' });
  const [id] = trace.node(
    className.toLowerCase(),
    'Placeholder',
    inputs.map((each) => each.id),
    { className, module, settings },
    { domain: torchDomain, line: call.line },
  );
  return trace.tensor(id!, first.dims);
}
