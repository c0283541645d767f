import { CodeError } from '../../kerasCode/codeError';
import { member } from '../../kerasCode/values/members';
import type { InstanceValue, Value } from '../../kerasCode/values/value';
import type { OnnxGraph, OnnxNode } from '../../onnx/file/onnxGraph';
import { modulesIn, parametersIn } from '../modules/moduleClass';
import { behaviourOf } from '../operations';
import type { TorchText } from '../torchModels';
import { type TorchTensor, isTensor } from './tensor';
import { type NumbersOf, Trace } from './trace';

/** What goes into a model: the sizes of each input with the batch, null where nobody knows them yet. */
export interface TracedInput {
  readonly name: string;
  readonly sizes: readonly number[] | null;
  readonly whole: boolean;
}

/** The names of the tensors that a model takes. */
export function inputNames({ class: own }: InstanceValue): readonly string[] {
  const forward = member(own, 'forward');
  if (forward?.kind !== 'function') return ['input'];
  const wanted = forward.parameters
    .slice(1)
    .filter(({ kind, name }) => kind !== '*' && kind !== '**' && !forward.initial.has(name));
  return wanted.length > 0 ? wanted.map(({ name }) => name) : ['input'];
}

/** Tensors in what a model gives, in order. */
function tensorsIn(value: Value): readonly TorchTensor[] {
  if (isTensor(value)) return [value];
  if ('items' in value) return value.items.flatMap(tensorsIn);
  return value.kind === 'dict' ? [...value.entries.values()].flatMap(([, each]) => tensorsIn(each)) : [];
}

export interface Traced {
  readonly trace: Trace;
  readonly graph: OnnxGraph;
}

/**
 * Goes through the `forward` of a module once. Throws `CodeError`, `SizeMismatch`, `InputNeeded`, and `Unfit` where
 * weights are used twice.
 */
export function traced(
  text: TorchText,
  module: InstanceValue,
  inputs: readonly TracedInput[],
  numbersOf: NumbersOf | null = null,
): Traced {
  const { machine, session, base } = text;
  const paths = new Map<object, string>(modulesIn(module, base));
  for (const [path, parameter] of parametersIn(module, base)) if (!paths.has(parameter)) paths.set(parameter, path);
  const trace = new Trace(behaviourOf(session), paths, numbersOf, text.isExported);
  machine.renew();
  session.trace = trace;
  try {
    const args = inputs.map(({ name, sizes, whole }) => trace.input(name, sizes, whole));
    const value = machine.call(module, { machine, line: 0, args, named: new Map() });
    const outputs = tensorsIn(value);
    if (outputs.length === 0) {
      throw new CodeError('notTensor', 0, { layer: module.class.name, got: 'forward' });
    }
    return { trace, graph: graphOf(trace, outputs) };
  } finally {
    session.trace = null;
  }
}

function graphOf(trace: Trace, outputs: readonly TorchTensor[]): OnnxGraph {
  const ids = [...new Set(outputs.map(({ id }) => id))];
  const made = new Map(trace.nodes.flatMap((node) => node.outputs.map((id) => [id, node] as const)));
  const alive = new Set<OnnxNode>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = made.get(id);
    if (!node || alive.has(node)) continue;
    alive.add(node);
    open.push(...node.inputs);
  }
  return {
    name: '',
    opset: 17,
    // What nothing of the outputs comes from changes nothing.
    nodes: trace.nodes.filter((node) => alive.has(node)),
    constants: trace.constants,
    inputs: trace.inputs,
    outputs: ids.map((name) => ({ name, type: 1, dims: null })),
  };
}
