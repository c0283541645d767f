import type { Asked, LayerPrinter, LayerPrinters, Printed, TorchTensor } from '../layer';
import { axisIn, construct, numbersOf, straight, tupleText } from '../layer';
import { batchNorm, groupNorm, layerNorm, rmsNorm } from '../python/normalization';

/** Gamma and beta where the layer has them. */
function scaleOf({ call }: Asked): readonly TorchTensor[] {
  const { scale, center } = call.kerasArgs;
  return [
    ...(scale === false ? [] : [{ path: 'weight', of: 'gamma', starts: 'ones' } as const]),
    ...(center === false ? [] : [{ path: 'bias', of: 'beta', starts: 'zeros' } as const]),
  ];
}

const without = ({ call }: Asked) => ({
  center: call.kerasArgs['center'] === false ? 'False' : null,
  scale: call.kerasArgs['scale'] === false ? 'False' : null,
});

/** As Python writes small numbers. */
function epsilonOf({ call }: Asked): string {
  const epsilon = Number(call.kerasArgs['epsilon']);
  return epsilon > 0 && epsilon < 1e-3 ? epsilon.toExponential() : String(epsilon);
}

/** 1 − Keras's momentum, without the digits that the subtraction leaves behind. */
const share = (momentum: number) => String(Number((1 - momentum).toPrecision(12)));

const batch: LayerPrinter = (asked): Printed => {
  const { call, inputShapes, weights, trainable } = asked;
  const masked = inputShapes.length > 1;
  const takes = masked ? 'last' : straight(asked);
  const dim = axisIn(Number(call.kerasArgs['axis']), inputShapes[0]!.length, takes);
  const momentum = Number(call.kerasArgs['momentum']);
  const epsilon = epsilonOf(asked);
  return {
    takes,
    module: construct('BatchNorm', [weights[0]!.shape[0]!], {
      dim: dim === 1 ? null : dim,
      momentum: momentum === 0.99 ? null : share(momentum),
      eps: epsilon === '0.001' ? null : epsilon,
      ...without(asked),
      frozen: trainable ? null : 'True',
    }),
    tensors: [
      ...scaleOf(asked),
      { path: 'running_mean', of: 'movingMean', starts: 'zeros' },
      { path: 'running_var', of: 'movingVariance', starts: 'ones' },
    ],
    forward: ([x, mask], self) => `${self}(${x}${mask === undefined ? '' : `, ${mask}`})`,
    parts: [batchNorm],
  };
};

const layer: LayerPrinter = (asked): Printed => {
  const { call, inputShapes } = asked;
  const rank = inputShapes[0]!.length;
  const { center, scale } = call.kerasArgs;
  const axes = numbersOf(call.kerasArgs['axis'], 1).map((axis) => axisIn(axis, rank, 'last'));
  const sizes = axes.map((axis) => inputShapes[0]![axis - 1]!);
  const eps = `eps=${epsilonOf(asked)}`;
  const plain = axes.length === 1 && axes[0] === rank && scale !== false;
  return {
    takes: 'last',
    module: plain
      ? construct('nn.LayerNorm', [sizes[0]!, eps], { bias: center === false ? 'False' : null })
      : construct('LayerNorm', [tupleText(sizes), tupleText(axes), eps], without(asked)),
    tensors: scaleOf(asked),
    forward: ([x], self) => `${self}(${x})`,
    parts: plain ? [] : [layerNorm],
  };
};

const group: LayerPrinter = (asked): Printed => {
  const { call, inputShapes } = asked;
  const rank = inputShapes[0]!.length;
  const axis = Number(call.args['axis']);
  const channels = inputShapes[0]![axis - 1]!;
  const takes = straight(asked);
  const dim = axisIn(axis, rank, takes);
  const groups = Number(call.args['groups']);
  const eps = `eps=${epsilonOf(asked)}`;
  const { center, scale } = without(asked);
  const plain = dim === 1 && center === null && scale === null;
  return {
    takes,
    module: plain
      ? construct('nn.GroupNorm', [groups, channels, eps])
      : construct('GroupNorm', [groups, channels, eps], { dim: dim === 1 ? null : dim, center, scale }),
    tensors: scaleOf(asked),
    forward: ([x], self) => `${self}(${x})`,
    parts: plain ? [] : [groupNorm],
  };
};

const rms: LayerPrinter = (asked): Printed => {
  const { call, inputShapes } = asked;
  const axes = numbersOf(call.kerasArgs['axis'], 1).map((axis) => axisIn(axis, inputShapes[0]!.length, 'last'));
  const sizes = axes.map((axis) => inputShapes[0]![axis - 1]!);
  return {
    takes: 'last',
    module: construct('RMSNorm', [tupleText(sizes), tupleText(axes), `eps=${epsilonOf(asked)}`]),
    tensors: [{ path: 'weight', of: 'scale', starts: 'ones' }],
    forward: ([x], self) => `${self}(${x})`,
    parts: [rmsNorm],
  };
};

/** Every vector at length 1: Keras's least square of a length is 1e-12. */
const unit: LayerPrinter = (asked): Printed => {
  const takes = straight(asked);
  const rank = asked.inputShapes[0]!.length;
  const dims = numbersOf(asked.call.kerasArgs['axis'], 1).map((axis) => axisIn(axis, rank, takes));
  if (dims.length === 1) return { takes, forward: ([x]) => `F.normalize(${x}, dim=${dims[0]}, eps=1e-12)` };
  return {
    takes,
    forward: ([x]) => `${x} / ${x}.square().sum(dim=(${dims.join(', ')}), keepdim=True).sqrt().clamp_min(1e-12)`,
  };
};

export const normalizations: LayerPrinters = {
  BatchNormalization: batch,
  LayerNormalization: layer,
  GroupNormalization: group,
  RMSNormalization: rms,
  UnitNormalization: unit,
};
