import type { Call, Layer, Value } from '../values/value';
import { unknown } from '../values/make';
import { CodeError } from '../codeError';
import { array } from '../values/arrays';
import { written } from '../values/words';
import { single } from './connect';
import { build } from './models';
import { ownBuilt } from './ownClass';
import { outputShape } from './shapes';
import { tensorsIn } from './tensor';

/** A layer is called: on tensors it goes into the model; on data it says their shapes. Throws `CodeError('notTensor')`. */
export function applied(layer: Layer, call: Call): Value {
  const given = [...call.args, ...call.named.values()];
  const inputs = given.flatMap((value) => tensorsIn(value));
  if (inputs.length > 0) return single(call.machine.tensorsOf(layer, inputs, call));
  const first = call.args[0] ?? call.named.get('inputs') ?? call.named.get('x');
  if (first) return onData(layer, first, call);
  throw new CodeError('argument', call.line, { callee: layer.className, argument: 'inputs', problem: 'missing' });
}

/** Called on data nothing is computed, but a model learns from it what comes in. */
function onData(layer: Layer, data: Value, call: Call): Value {
  const { line, machine } = call;
  if (layer.model?.sequence) build(layer, data.kind === 'array' ? [null, ...data.shape.slice(1)] : null, call);
  else if (layer.instance && layer.base === 'Model' && !layer.model) ownBuilt(layer, data, call);
  if (layer.model || layer.instance) return unknown(layer.name, line);
  if (data.kind === 'array') {
    const shape = outputShape(layer, [[null, ...data.shape.slice(1)]], machine.library);
    return shape ? array([data.shape[0] ?? null, ...shape.slice(1)]) : unknown(layer.className, line);
  }
  // What is not known stays what it is, for words.
  if (data.kind === 'unknown') return data;
  if (['thing', 'list', 'tuple', 'dict', 'number', 'string', 'instance'].includes(data.kind)) {
    return unknown(layer.className, line);
  }
  throw new CodeError('notTensor', line, { layer: layer.className, got: written(data).slice(0, 80) });
}
