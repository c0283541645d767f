import type { OnnxAttribute, OnnxNode } from '../../onnx/file/onnxGraph';
import { type Trace, torchDomain } from '../trace/trace';

const flag: OnnxAttribute = { floats: [], ints: [], texts: [], int: 1 };

/** Where the statements of `forward` begin, line by line from 1, and which layer each is by its comment or its variable. */
function statementsOf(text: string) {
  const lines = text.split('\n');
  const begins = new Map<number, number>();
  const names = new Map<number, string>();
  let begin = 0;
  for (const [at, line] of lines.entries()) {
    const isBegin = /^ {8}[^\s)\]}#]/.test(line);
    if (isBegin) begin = at + 1;
    begins.set(at + 1, begin);
    if (!isBegin) continue;
    let end = at + 1;
    while (/^( {9}| {8}[)\]}])/.test(lines[end] ?? '')) end++;
    const whole = lines.slice(at, end).join('\n');
    const [, variable] = /^ {8}(\w+) = /.exec(line) ?? [];
    const noted = / {2}# (.+)$/.exec(line)?.[1] ?? /^ {8}# (.+)$/.exec(lines[at - 1] ?? '')?.[1];
    const own = variable !== undefined && variable !== 'x' && !whole.includes('self.') ? variable : undefined;
    const name = noted ?? own;
    if (name !== undefined) names.set(begin, name);
  }
  return { begins, names };
}

/**
 * Names of our own projects: those of attributes, which are distinct, and in comments: `x = x.flatten(1)  # flatten`. Nodes
 * lie on the lines where their statements begin.
 */
export function nameAsExported(trace: Trace, text: string): void {
  joinSeparable(trace);
  const { nodes, lines, functions, renamed } = trace;
  const { begins, names } = statementsOf(text);
  for (const [at, node] of nodes.entries()) {
    const output = node.outputs[0]!;
    lines.set(output, begins.get(lines.get(output) ?? 0) ?? 0);
    if (functions.has(node.name) || !node.name.includes('.')) continue;
    nodes[at] = { ...node, name: node.name.split('.').at(-1)! };
    renamed.set(output, node.name);
  }
  const last = new Map<number, OnnxNode>();
  for (const node of nodes) if (functions.has(node.name)) last.set(lines.get(node.outputs[0]!) ?? 0, node);
  for (const [line, node] of last) {
    const name = names.get(line);
    if (name === undefined) continue;
    nodes[nodes.indexOf(node)] = { ...node, name };
    renamed.set(node.outputs[0]!, node.name);
  }
  namePenalties(trace);
}

/** `nn.Sequential(depthwise, pointwise)` is one layer. */
function joinSeparable({ nodes, modules }: Trace): void {
  for (let at = nodes.length - 2; at >= 0; at--) {
    const [one, other] = [nodes[at]!, nodes[at + 1]!];
    const name = /^(.+)\.0$/.exec(one.name)?.[1];
    const isPair = name !== undefined && other.name === `${name}.1` && other.inputs[0] === one.outputs[0];
    if (!isPair || one.op !== 'Conv' || other.op !== 'Conv') continue;
    const inputs = [...one.inputs, ...other.inputs.slice(1)];
    nodes.splice(at, 2, { ...one, name, op: 'Separable', domain: torchDomain, inputs, outputs: other.outputs });
    modules.set(name, name.split('.').slice(0, -1).join('.'));
  }
}

/** What is added to the loss for a layer is named after it; that of a function without a name names that function. */
function namePenalties({ nodes, functions, renamed }: Trace): void {
  for (const [at, node] of nodes.entries()) {
    if (node.op !== 'ActivityPenalty') continue;
    const own = node.name.replace(/_activity$/, '');
    const makerOf = (name: string | undefined) => nodes.findIndex(({ outputs }) => outputs[0] === name);
    const before = makerOf(node.inputs[0]);
    const maker = nodes[before];
    const isFree = maker !== undefined && functions.has(maker.name) && !renamed.has(maker.outputs[0]!);
    const isLayers = maker?.name === own || (isFree && nodes[makerOf(maker.inputs[0])]?.name === own);
    if (isLayers) continue;
    if (isFree) {
      nodes[before] = { ...maker, name: own };
      renamed.set(maker.outputs[0]!, maker.name);
    } else nodes[at] = { ...node, name: own, attributes: new Map([...node.attributes, ['separate', flag]]) };
  }
}
