import type { Value } from '../../../kerasCode/values/value';
import type { Arguments } from '../../arguments';
import { flattened, unflattened } from '../../operations/reshaping';
import { emit, emitEach } from '../../operations/operation';
import { activationFunctions } from '../../operations/activations';
import { SizeMismatch } from '../../trace/tensor';
import { batchSize } from '../../trace/trace';
import {
  adaptivelyPooled,
  paddedBy,
  pooled,
  poolingSettings,
  resized,
  resizingSettings,
} from '../../operations/windows';
import type { LayerCall, LayerKind } from '../layerClass';

const linearWeights = (given: Arguments) => ({
  weight: [given.whole('out_features'), given.whole('in_features')],
  ...(given.flag('bias') ? { bias: [given.whole('out_features')] } : {}),
});

function linear(call: LayerCall): Value {
  const { given, trace, input } = call;
  const wanted = given.whole('in_features');
  const dims = input.dimsOr([batchSize, wanted]);
  if (dims.at(-1) !== wanted) throw new SizeMismatch(dims.at(-1)!, wanted, given.line, given.callee);
  const more = [call.weight('weight'), ...(given.flag('bias') ? [call.weight('bias')] : [])];
  return emit(trace, given, 'Gemm', [input], { transB: 1 }, [...dims.slice(0, -1), given.whole('out_features')], {
    more,
  });
}

const embeddingSettings =
  'num_embeddings embedding_dim padding_idx=None max_norm=None norm_type=2.0 scale_grad_by_freq=False sparse=False';
const embeddingWeights = (given: Arguments) => ({
  weight: [given.whole('num_embeddings'), given.whole('embedding_dim')],
});

function embedded(call: LayerCall) {
  const { given, trace, input } = call;
  const dims = input.dimsOr([batchSize, null], true);
  const [id] = trace.node('embedding', 'Gather', [call.weight('weight'), input.id], { axis: 0 }, { line: given.line });
  return trace.tensor(id!, [...dims, given.whole('embedding_dim')]);
}

const embedding: LayerKind = {
  signature: `${embeddingSettings} _weight=None _freeze=False`,
  weights: embeddingWeights,
  run(call) {
    if (!call.given.isNone('max_norm')) throw call.given.refuse('max_norm');
    return embedded(call);
  },
};

const bag: LayerKind = {
  signature:
    "num_embeddings embedding_dim max_norm=None norm_type=2.0 scale_grad_by_freq=False mode='mean' sparse=False _weight=None include_last_offset=False padding_idx=None",
  weights: embeddingWeights,
  run(call) {
    const { given, trace, others } = call;
    const op = { mean: 'ReduceMean', max: 'ReduceMax' }[given.text('mode')];
    // Offsets cut one long text into samples.
    if (op === undefined || others.length > 0 || !given.isNone('padding_idx')) throw given.refuse('mode');
    const rows = embedded(call);
    return emit(trace, given, op, [rows], { axes: [1], keepdims: 0 }, [rows.dims[0]!, rows.dims[2]!]);
  },
};

const layer = (signature: string, run: LayerKind['run']): LayerKind => ({ signature, run });
const same = layer('**', ({ input }) => input);

const dropout = (op: string, own: boolean) =>
  layer('p=0.5 inplace=False', ({ given, trace, input }) =>
    emitEach(trace, given, op, input, { ratio: given.number('p') }, { own }),
  );

const zeros = (axes: number) =>
  layer('padding value=0.0', ({ given, trace, input }) =>
    paddedBy(given, trace, input, given.each('padding', axes * 2), given.number('value')),
  );

const pooling = (kind: 'Max' | 'Average', axes: number) =>
  layer(kind === 'Max' ? poolingSettings.max : poolingSettings.average, ({ given, trace, input }) =>
    pooled(kind, axes, given, trace, input),
  );
const adaptive = (kind: 'Max' | 'Average', axes: number) =>
  layer('output_size', ({ given, trace, input }) => adaptivelyPooled(kind, axes, given, trace, input));

/** Classes of activations, by the function that they are. */
const activations =
  'ReLU:relu ReLU6:relu6 Sigmoid:sigmoid Tanh:tanh SiLU:silu Mish:mish SELU:selu Softsign:softsign Hardswish:hardswish Hardsigmoid:hardsigmoid LogSigmoid:logsigmoid Tanhshrink:tanhshrink LeakyReLU:leaky_relu ELU:elu CELU:celu Hardtanh:hardtanh Softshrink:softshrink Hardshrink:hardshrink GELU:gelu Softplus:softplus Threshold:threshold Softmax:softmax LogSoftmax:log_softmax'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]);

const prelu: LayerKind = {
  signature: 'num_parameters=1 init=0.25 device=None dtype=None',
  weights: (given) => ({ weight: [given.whole('num_parameters')] }),
  run: ({ given, trace, input, weight }) => emitEach(trace, given, 'PRelu', input, {}, { more: [weight('weight')] }),
};

export const coreLayers: Readonly<Record<string, LayerKind>> = {
  Linear: {
    signature: 'in_features out_features bias=True device=None dtype=None',
    weights: linearWeights,
    run: linear,
  },
  LazyLinear: {
    signature: 'out_features bias=True device=None dtype=None',
    weights: linearWeights,
    lazy: 'in_features',
    run: linear,
  },
  Embedding: embedding,
  EmbeddingBag: bag,
  Identity: { ...same, signature: '*args **' },
  Flatten: layer('start_dim=1 end_dim=-1', ({ given, trace, input }) => flattened(given, trace, input)),
  Unflatten: layer('dim unflattened_size', ({ given, trace, input }) =>
    unflattened(given, trace, input, 'unflattened_size'),
  ),
  Upsample: layer(resizingSettings.replace(' antialias=False', ''), ({ given, trace, input }) =>
    resized(given, trace, input),
  ),
  UpsamplingNearest2d: layer(
    "size=None scale_factor=None mode='nearest' align_corners=None",
    ({ given, trace, input }) => resized(given, trace, input),
  ),
  Softmax2d: layer('', ({ given, trace, input }) => emitEach(trace, given, 'Softmax', input, { axis: 1 })),
  PReLU: prelu,
  Dropout: dropout('Dropout', false),
  AlphaDropout: dropout('AlphaDropout', true),
  ...Object.fromEntries(
    activations.map(([name, own]) => {
      const { settings, apply } = activationFunctions[own]!;
      const run: LayerKind['run'] = ({ given, trace, input }) => apply(given, trace, input);
      return [name, layer(`${settings} inplace=False`, run)] as const;
    }),
  ),
  ...Object.fromEntries(
    [1, 2, 3].flatMap((axes) => [
      [`Dropout${axes}d`, dropout('SpatialDropout', true)] as const,
      [`ZeroPad${axes}d`, zeros(axes)] as const,
      [`ConstantPad${axes}d`, zeros(axes)] as const,
      [`MaxPool${axes}d`, pooling('Max', axes)] as const,
      [`AvgPool${axes}d`, pooling('Average', axes)] as const,
      [`AdaptiveMaxPool${axes}d`, adaptive('Max', axes)] as const,
      [`AdaptiveAvgPool${axes}d`, adaptive('Average', axes)] as const,
    ]),
  ),
};
