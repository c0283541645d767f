import { CodeError } from '../../kerasCode/codeError';
import type { Config } from '../../kerasGraph/kerasGraph';
import type { LayerCall, LayerKind, WeightSizes } from '../modules/layerClass';
import { emit } from '../operations/operation';
import type { Arguments } from '../arguments';
import type { OnnxNode } from '../../onnx/file/onnxGraph';
import { SizeMismatch } from '../trace/tensor';
import { activationName } from './activationName';

const settings =
  'features units activation=None gate_activation=None bias=True return_sequences=False go_backwards=False dropout=0.0 recurrent_dropout=0.0';

interface Kind {
  readonly className: string;
  readonly gates: number;
}

const isAfter = (given: Arguments) => given.names().includes('reset_after') && given.flag('reset_after');

function weightsOf(given: Arguments, gates: number): WeightSizes {
  const [features, units] = [given.whole('features'), given.whole('units')];
  const width = gates * units;
  return {
    kernel: [features, width],
    recurrent_kernel: [units, width],
    ...(given.flag('bias') ? { bias: isAfter(given) ? [2, width] : [width] } : {}),
  };
}

function configOf(call: LayerCall, { className }: Kind): Config {
  const { given } = call;
  return {
    units: given.whole('units'),
    activation: activationName(call, 'activation', 'tanh'),
    ...(className === 'SimpleRNN' ? {} : { recurrent_activation: activationName(call, 'gate_activation', 'sigmoid') }),
    use_bias: given.flag('bias'),
    return_sequences: given.flag('return_sequences'),
    go_backwards: given.flag('go_backwards'),
    dropout: given.number('dropout'),
    recurrent_dropout: given.number('recurrent_dropout'),
    ...(className === 'GRU' ? { reset_after: given.flag('reset_after') } : {}),
  };
}

/** Sizes that come out of a layer with these arguments. */
const outOf = ([batch, steps]: readonly number[], width: number, whole: boolean) =>
  whole ? [batch!, steps!, width] : [batch!, width];

const layer = (kind: Kind, more = ''): LayerKind => ({
  signature: `${settings}${more}`,
  weights: (given) => weightsOf(given, kind.gates),
  run(call) {
    const { given, trace, input } = call;
    const features = given.whole('features');
    if (input.dims.length !== 3 || input.dims[2] !== features)
      throw new SizeMismatch(input.dims.at(-1)!, features, given.line, given.callee);
    const weights = ['kernel', 'recurrent_kernel', ...(given.flag('bias') ? ['bias'] : [])];
    return emit(
      trace,
      given,
      'KerasRecurrent',
      [input],
      { className: kind.className, config: JSON.stringify(configOf(call, kind)) },
      outOf(input.dims, given.whole('units'), given.flag('return_sequences')),
      { own: true, more: weights.map((name) => call.weight(name)) },
    );
  },
});

const textAt = (node: OnnxNode | undefined, name: string) => node?.attributes.get(name)?.text ?? '';

/** Of a layer that both directions have the node of each. */
function ways({ given, trace, input, others }: LayerCall): readonly OnnxNode[] {
  const before = trace.nodes.length;
  const { machine, line } = given.call;
  for (const name of ['forward_layer', 'backward_layer'])
    machine.call(given.value(name), { machine, line, args: [input, ...others], named: new Map() });
  const nodes = trace.nodes.splice(before);
  const [one, other] = nodes;
  const said = (node: OnnxNode | undefined) => `${textAt(node, 'className')} ${textAt(node, 'config')}`;
  if (nodes.length !== 2 || one!.op !== 'KerasRecurrent' || said(one) !== said(other))
    throw new CodeError('unread', line, { what: given.callee });
  return nodes;
}

const bidirectional: LayerKind = {
  signature: "forward_layer backward_layer merge='concat'",
  run(call) {
    const { given, trace, input } = call;
    const nodes = ways(call);
    const [className, config] = [textAt(nodes[0], 'className'), textAt(nodes[0], 'config')];
    const { units, return_sequences: whole } = JSON.parse(config) as Config;
    const merge = given.text('merge');
    const width = Number(units) * (merge === 'concat' ? 2 : 1);
    const attributes = { className, config, merge };
    const weights = nodes.flatMap(({ inputs }) => inputs.slice(1));
    return emit(trace, given, 'KerasBothWays', [input], attributes, outOf(input.dims, width, whole === true), {
      own: true,
      more: weights,
    });
  },
};

/** The recurrent layers of `layers.py`, whose weights have Keras's form. */
export const exportedRecurrent: Readonly<Record<string, LayerKind>> = {
  SimpleRNN: layer({ className: 'SimpleRNN', gates: 1 }),
  LSTM: layer({ className: 'LSTM', gates: 4 }),
  GRU: layer({ className: 'GRU', gates: 3 }, ' reset_after=True'),
  Bidirectional: bidirectional,
};
