import type { Value } from '../../kerasCode/values/value';
import { CodeError } from '../../kerasCode/codeError';
import { written } from '../../kerasCode/values/words';
import { convert } from '../../onnx/convert';
import { torchOperators } from '../convert/operators';
import type { LayerCall } from '../modules/layerClass';
import { isTensor } from '../trace/tensor';

/** Keras's name of an activation that a layer is given as a function: what it does to a tensor says which it is. */
export function activationName({ given, trace }: LayerCall, argument: string, usual: string): string {
  const callable: Value = given.value(argument);
  if (callable.kind === 'none') return usual;
  const before = trace.nodes.length;
  const probe = trace.tensor('%activation', [2, 3]);
  const { machine, line } = given.call;
  const value = machine.call(callable, { machine, line, args: [probe], named: new Map() });
  const [node, ...others] = trace.nodes.splice(before);
  const refuse = () => new CodeError('unread', line, { what: `${given.callee}(${argument}=${written(callable)})` });
  if (!isTensor(value) || others.length > 0) throw refuse();
  if (node === undefined) return 'linear';
  const port = (name: string) => ({ name, type: 1, dims: [null, 3] });
  const graph = { name: '', opset: 17, nodes: [node], constants: new Map(), inputs: [port(probe.id)] };
  const made = convert({ ...graph, outputs: [port(value.id)] }, '', torchOperators).graph.layers.at(-1)!;
  const name = made.config['activation'];
  if (made.className === 'ELU' && made.config['alpha'] === 1) return 'elu';
  if (made.className !== 'Activation' || typeof name !== 'string') throw refuse();
  return name;
}
