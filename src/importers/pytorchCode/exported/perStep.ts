import { CodeError } from '../../kerasCode/codeError';
import type { Value } from '../../kerasCode/values/value';
import { written } from '../../kerasCode/values/words';
import type { Arguments } from '../arguments';
import { type TorchOperation, emit, tensorAt } from '../operations/operation';
import { isTensor } from '../trace/tensor';
import type { Trace } from '../trace/trace';
import { StepMask } from './mask';

/** Keras's TimeDistributed: what a layer does with one step is a graph of its own, kept by what comes out. */
function run(given: Arguments, trace: Trace): Value {
  const input = tensorAt(given, 'x');
  const [batch, steps, ...rest] = input.dims;
  const { machine, line } = given.call;
  const step = trace.tensor(`${input.id}/${trace.nodes.length}`, [batch!, ...rest]);
  const mask = given.value('mask');
  if (mask instanceof StepMask) trace.masks.push(mask);
  const before = trace.nodes.length;
  const args = [step, ...(mask instanceof StepMask ? [mask] : [])];
  const value = machine.call(given.value('layer'), { machine, line, args, named: new Map() });
  const nodes = trace.nodes.splice(before);
  if (!isTensor(value) || nodes.length === 0)
    throw new CodeError('notTensor', line, { layer: given.callee, got: written(given.value('layer')).slice(0, 80) });
  const weights = nodes.flatMap(({ inputs }) => inputs.filter((name) => trace.constants.has(name)));
  const out = [batch!, steps!, ...value.dims.slice(1)];
  const made = emit(trace, given, 'KerasPerStep', [input], { out }, out, { own: true, more: weights });
  trace.inside.set(made.id, { nodes, input: step.id, dims: [null, ...rest], output: value.id });
  // It is called as the module inside, where there is one.
  const own = nodes.find(({ name }) => !trace.functions.has(name));
  const node = trace.nodes.at(-1)!;
  if (own) trace.nodes[trace.nodes.length - 1] = { ...node, name: own.name.replace(/\.\d+$/, '') };
  return made;
}

export const perStep: TorchOperation = { signature: 'layer x mask=None one_by_one=False', run };
