import { CodeError } from '../../../kerasCode/codeError';
import type { Arguments } from '../../arguments';
import { emitEach } from '../../operations/operation';
import { batchSize } from '../../trace/trace';
import type { LayerCall, LayerKind } from '../layerClass';

/** Throws `CodeError('operands')` where the channels are not those that the layer was made for. */
function checked({ given, input }: LayerCall, name: string): number {
  const channels = given.whole(name);
  const rank = Number(/(\d)d$/.exec(given.callee)?.[1] ?? 0) + 2;
  const spaces = Array.from({ length: rank === 3 ? 0 : rank - 2 }, () => null);
  const dims = input.dimsOr([batchSize, channels, ...spaces]);
  if (dims[1] === channels) return channels;
  const data = { operator: given.callee, left: `${name}=${channels}`, right: `[${dims.join(', ')}]` };
  throw new CodeError('operands', given.line, data);
}

const scaled = (given: Arguments, name: string) =>
  given.flag('affine') ? { weight: [given.whole(name)], bias: [given.whole(name)] } : {};

const batch: LayerKind = {
  signature: 'num_features eps=1e-5 momentum=0.1 affine=True track_running_stats=True device=None dtype=None',
  weights: (given) => ({
    ...scaled(given, 'num_features'),
    running_mean: [given.whole('num_features')],
    running_var: [given.whole('num_features')],
  }),
  run(call) {
    const { given, trace, input } = call;
    checked(call, 'num_features');
    if (given.isNone('momentum')) throw given.refuse('momentum');
    if (!given.flag('track_running_stats')) throw given.refuse('track_running_stats');
    // PyTorch's momentum is the share of the new.
    const momentum = Number((1 - given.number('momentum')).toPrecision(7));
    const settings = { epsilon: given.number('eps'), momentum };
    const statistics = [call.weight('running_mean'), call.weight('running_var')];
    if (!given.flag('affine')) {
      return emitEach(trace, given, 'PlainBatchNormalization', input, settings, { own: true, more: statistics });
    }
    const more = [call.weight('weight'), call.weight('bias'), ...statistics];
    return emitEach(trace, given, 'BatchNormalization', input, settings, { more });
  },
};

const layerNormalization: LayerKind = {
  signature: 'normalized_shape eps=1e-5 elementwise_affine=True bias=True device=None dtype=None',
  weights(given) {
    const sizes = given.wholes('normalized_shape');
    if (!given.flag('elementwise_affine')) return {};
    return { weight: sizes, ...(given.flag('bias') ? { bias: sizes } : {}) };
  },
  run(call) {
    const { given, trace, input } = call;
    const sizes = given.wholes('normalized_shape');
    const { dims } = input;
    if (dims.slice(-sizes.length).join() !== sizes.join() || sizes.length >= dims.length) {
      const data = { operator: 'LayerNorm', left: `[${sizes.join(', ')}]`, right: `[${dims.join(', ')}]` };
      throw new CodeError('operands', given.line, data);
    }
    const settings = { axis: dims.length - sizes.length, epsilon: given.number('eps') };
    if (!given.flag('elementwise_affine'))
      return emitEach(trace, given, 'PlainLayerNormalization', input, settings, { own: true });
    const more = [call.weight('weight'), ...(given.flag('bias') ? [call.weight('bias')] : [])];
    return emitEach(trace, given, 'LayerNormalization', input, settings, { more });
  },
};

function grouped(call: LayerCall, groups: number): ReturnType<LayerKind['run']> {
  const { given, trace, input } = call;
  const settings = { num_groups: groups, epsilon: given.number('eps') };
  if (!given.flag('affine')) return emitEach(trace, given, 'PlainGroupNormalization', input, settings, { own: true });
  return emitEach(trace, given, 'GroupNormalization', input, settings, {
    more: [call.weight('weight'), call.weight('bias')],
  });
}

const groupNormalization: LayerKind = {
  signature: 'num_groups num_channels eps=1e-5 affine=True device=None dtype=None',
  weights: (given) => scaled(given, 'num_channels'),
  run(call) {
    checked(call, 'num_channels');
    return grouped(call, call.given.whole('num_groups'));
  },
};

const instanceNormalization: LayerKind = {
  signature: 'num_features eps=1e-5 momentum=0.1 affine=False track_running_stats=False device=None dtype=None',
  weights: (given) => scaled(given, 'num_features'),
  run(call) {
    if (call.given.flag('track_running_stats')) throw call.given.refuse('track_running_stats');
    return grouped(call, checked(call, 'num_features'));
  },
};

const lazily = (kind: LayerKind): LayerKind => ({
  ...kind,
  signature: kind.signature.replace('num_features ', ''),
  lazy: 'num_features',
});

export const normalizationLayers: Readonly<Record<string, LayerKind>> = {
  LayerNorm: layerNormalization,
  GroupNorm: groupNormalization,
  ...Object.fromEntries(
    [1, 2, 3].flatMap((axes) => [
      [`BatchNorm${axes}d`, batch] as const,
      [`LazyBatchNorm${axes}d`, lazily(batch)] as const,
      [`InstanceNorm${axes}d`, instanceNormalization] as const,
    ]),
  ),
};
