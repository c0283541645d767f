import { CodeError } from '../../kerasCode/codeError';
import type { Config } from '../../kerasGraph/kerasGraph';
import type { LayerCall, LayerKind, WeightSizes } from '../modules/layerClass';
import type { Arguments } from '../arguments';
import { emitLayer } from './emitLayer';

/** Factor and offset, where the layer has them. */
const scaled = (given: Arguments, sizes: readonly number[]): WeightSizes => ({
  ...(given.flag('scale') ? { weight: sizes } : {}),
  ...(given.flag('center') ? { bias: sizes } : {}),
});

/** Throws `CodeError('operands')` where the sizes along these axes are not those that the layer was made for. */
function checkAlong({ given, input }: LayerCall, dims: readonly number[], sizes: readonly number[]): void {
  const own = dims.map((axis) => input.dims[axis]);
  if (own.join() === sizes.join()) return;
  const data = { operator: given.callee, left: `[${sizes.join(', ')}]`, right: `[${input.dims.join(', ')}]` };
  throw new CodeError('operands', given.line, data);
}

function normalized(
  call: LayerCall,
  className: string,
  dims: readonly number[],
  sizes: readonly number[],
  config: Config,
  names: readonly string[],
) {
  checkAlong(call, dims, sizes);
  const { trace, given, input } = call;
  const weights = names.map((name) => call.weight(name));
  return emitLayer(trace, given, 'AlongAxes', className, config, input, { weights, dims });
}

const scaleNames = (given: Arguments) => [
  ...(given.flag('scale') ? ['weight'] : []),
  ...(given.flag('center') ? ['bias'] : []),
];

const scaleConfig = (given: Arguments): Config => ({ center: given.flag('center'), scale: given.flag('scale') });

/** The normalizations of `layers.py`. */
export const exportedNormalizations: Readonly<Record<string, LayerKind>> = {
  BatchNorm: {
    signature: 'channels dim=1 momentum=0.01 eps=1e-3 center=True scale=True frozen=False',
    weights: (given) => ({
      ...scaled(given, [given.whole('channels')]),
      running_mean: [given.whole('channels')],
      running_var: [given.whole('channels')],
    }),
    run(call) {
      const { given } = call;
      // The share of the new is what is said.
      const momentum = Number((1 - given.number('momentum')).toPrecision(7));
      const config = { epsilon: given.number('eps'), momentum, ...scaleConfig(given) };
      const names = [...scaleNames(given), 'running_mean', 'running_var'];
      return normalized(call, 'BatchNormalization', [given.whole('dim')], [given.whole('channels')], config, names);
    },
  },
  LayerNorm: {
    signature: 'shape dims eps=1e-3 center=True scale=True',
    weights: (given) => scaled(given, given.wholes('shape')),
    run(call) {
      const { given } = call;
      const config = { epsilon: given.number('eps'), ...scaleConfig(given) };
      return normalized(
        call,
        'LayerNormalization',
        given.wholes('dims'),
        given.wholes('shape'),
        config,
        scaleNames(given),
      );
    },
  },
  GroupNorm: {
    signature: 'groups channels eps=1e-3 dim=1 center=True scale=True',
    weights: (given) => scaled(given, [given.whole('channels')]),
    run(call) {
      const { given } = call;
      const config = { groups: given.whole('groups'), epsilon: given.number('eps'), ...scaleConfig(given) };
      const [dims, sizes] = [[given.whole('dim')], [given.whole('channels')]];
      return normalized(call, 'GroupNormalization', dims, sizes, config, scaleNames(given));
    },
  },
  Normalization: {
    signature: 'sizes dims invert=False',
    weights: (given) => ({ mean: given.wholes('sizes'), variance: given.wholes('sizes'), count: [] }),
    run(call) {
      const { given } = call;
      const config = { invert: given.flag('invert') };
      const names = ['mean', 'variance', 'count'];
      return normalized(call, 'Normalization', given.wholes('dims'), given.wholes('sizes'), config, names);
    },
  },
  RMSNorm: {
    signature: 'shape dims eps=1e-6',
    weights: (given) => ({ weight: given.wholes('shape') }),
    run(call) {
      const { given } = call;
      const config = { epsilon: given.number('eps') };
      return normalized(call, 'RMSNormalization', given.wholes('dims'), given.wholes('shape'), config, ['weight']);
    },
  },
};
