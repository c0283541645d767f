import type { Value } from '../../../kerasCode/values/value';
import { tuple, unknown } from '../../../kerasCode/values/make';
import type { Arguments } from '../../arguments';
import { emit, emitEach } from '../../operations/operation';
import { TorchData } from '../../trace/data';
import { HalfState, HiddenStates } from '../../trace/hidden';
import { SizeMismatch, type TorchTensor } from '../../trace/tensor';
import { batchSize, torchDomain } from '../../trace/trace';
import type { LayerCall, LayerKind } from '../layerClass';

/** States before the first step are zeros, which is what a layer begins with. */
const isZero = (value: Value): boolean =>
  value.kind === 'none' ||
  (value instanceof TorchData && value.filled === 0) ||
  ('items' in value && value.items.every(isZero));

const waysOf = (given: Arguments) => (given.flag('bidirectional') ? ['', '_reverse'] : ['']);

/** Weights of all layers and directions by PyTorch's names. */
function weightsOf(given: Arguments, gates: number): Readonly<Record<string, readonly number[]>> {
  const units = given.whole('hidden_size');
  const ways = waysOf(given);
  const layers = Math.min(given.whole('num_layers'), 100);
  const all = Array.from({ length: layers }, (_, at) => {
    const inputs = at === 0 ? given.whole('input_size') : units * ways.length;
    return ways.flatMap((way) => [
      [`weight_ih_l${at}${way}`, [gates * units, inputs]] as const,
      [`weight_hh_l${at}${way}`, [gates * units, units]] as const,
      ...(given.flag('bias')
        ? [[`bias_ih_l${at}${way}`, [gates * units]] as const, [`bias_hh_l${at}${way}`, [gates * units]] as const]
        : []),
    ]);
  });
  return Object.fromEntries(all.flat());
}

/** One layer of a recurrent module: all its steps and its last ones, `[batch, steps, …]`. */
function layerOf(call: LayerCall, kind: string, at: number, input: TorchTensor) {
  const { given, trace } = call;
  const ways = waysOf(given);
  const parts = ['weight_ih', 'weight_hh', ...(given.flag('bias') ? ['bias_ih', 'bias_hh'] : [])];
  const units = given.whole('hidden_size');
  const isRelu = kind === 'RNN' && given.text('nonlinearity') === 'relu';
  const [all, last] = trace.node(
    given.whole('num_layers') > 1 ? `l${at}` : kind.toLowerCase(),
    'Recurrent',
    [input.id, ...ways.flatMap((way) => parts.map((part) => call.weight(`${part}_l${at}${way}`)))],
    { kind, units, ways: ways.length, bias: given.flag('bias') ? 1 : 0, activation: isRelu ? 'relu' : 'tanh' },
    { outputs: 2, domain: torchDomain, line: given.line },
  );
  const [batch, steps] = input.dims as [number, number];
  const width = units * ways.length;
  return { all: trace.tensor(all!, [batch, steps, width]), last: trace.tensor(last!, [batch, width]) };
}

function recurrent(kind: string, call: LayerCall): Value {
  const { given, trace, input, others } = call;
  if (others.some((value) => !isZero(value))) throw given.with('hx', others[0]!).refuse('hx');
  if (given.whole('proj_size') !== 0) throw given.refuse('proj_size');
  const isFirst = given.flag('batch_first');
  const inputs = given.whole('input_size');
  const dims = input.dimsOr(isFirst ? [batchSize, null, inputs] : [null, batchSize, inputs]);
  if (dims.length !== 3 || dims.at(-1) !== inputs)
    throw new SizeMismatch(dims.at(-1)!, inputs, given.line, given.callee);
  const order = { perm: [1, 0, 2] };
  const turn = (tensor: TorchTensor) =>
    emit(trace, given, 'Transpose', [tensor], order, [tensor.dims[1]!, tensor.dims[0]!, tensor.dims[2]!]);
  let current = isFirst ? input : turn(input);
  const layers = given.whole('num_layers');
  const isBoth = given.flag('bidirectional');
  const lasts: TorchTensor[] = [];
  for (let at = 0; at < layers; at++) {
    const { all, last } = layerOf(call, kind, at, current);
    const isEnd = at === layers - 1;
    const rate = given.number('dropout');
    current =
      isEnd || rate === 0
        ? all
        : emitEach(trace, { callee: 'dropout', line: given.line }, 'Dropout', all, { ratio: rate });
    lasts.push(last);
  }
  const output = isFirst ? current : turn(current);
  if (isFirst && !isBoth) output.last = lasts.at(-1)!;
  const states = lasts.flatMap((last): readonly (TorchTensor | HalfState)[] =>
    isBoth ? [new HalfState(last, false), new HalfState(last, true)] : [last],
  );
  const hidden = [states.length, dims[isFirst ? 0 : 1]!, given.whole('hidden_size')];
  const [only] = states;
  const state: Value =
    states.length === 1
      ? emit(trace, { callee: 'state', line: given.line }, 'Unsqueeze', [only as TorchTensor], { axes: [0] }, hidden)
      : new HiddenStates(hidden, states);
  return tuple([output, kind === 'LSTM' ? tuple([state, unknown('cell', given.line)]) : state]);
}

const layer = (kind: string, gates: number): LayerKind => ({
  signature: `input_size hidden_size num_layers=1 ${kind === 'RNN' ? "nonlinearity='tanh' " : ''}bias=True batch_first=False dropout=0.0 bidirectional=False proj_size=0 device=None dtype=None`,
  weights: (given) => weightsOf(given, gates),
  run: (call) => recurrent(kind, call),
});

export const recurrentLayers: Readonly<Record<string, LayerKind>> = {
  LSTM: layer('LSTM', 4),
  GRU: layer('GRU', 3),
  RNN: layer('RNN', 1),
};
