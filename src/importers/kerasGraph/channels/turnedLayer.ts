import { isList } from '../json';
import type { Config, Json, KerasLayer } from '../kerasGraph';

/** How a layer stands to tensors whose channels were behind the batch and are last now. */
export type Turned =
  /** It computes the same with its channels last; `config` says so. `keeps`: what comes out has as many axes. */
  | { readonly kind: 'turned'; readonly config: Config; readonly keeps: boolean }
  /** It treats all numbers alike, wherever they are. */
  | { readonly kind: 'each'; readonly config: Config }
  /** It needs the axes as they were. */
  | { readonly kind: 'asWas' };

/** A layer's place in the graph: axes of what comes in with the batch, and whether these are turned. */
export interface Incoming {
  readonly rank: number;
  readonly isTurned: boolean;
}

export const isFirst = (config: Config) => config['data_format'] === 'channels_first';

/** Axis of a tensor with the batch in front, as it is called when the channels are last. */
export function turnedAxis(axis: number, rank: number): number {
  const own = axis < 0 ? axis + rank : axis;
  if (own === 0) return 0;
  return own === 1 ? rank - 1 : own - 1;
}

/** Functions that look along the last axis. */
const alongLast = /^(log_?)?softmax$/i;
const activationOf = ({ activation = null }: Config) => String(isConfigName(activation) ?? activation);
const isConfigName = (value: Json): string | null =>
  typeof value === 'object' && value !== null && !isList(value) && 'class_name' in value
    ? String((value as Config)['class_name'])
    : null;

/** Layers whose numbers stay where they are, and do not know of the others. */
const each =
  /^(Activation|ReLU|LeakyReLU|ELU|Dropout|GaussianDropout|GaussianNoise|AlphaDropout|Identity|ActivityRegularization|Rescaling)$/;
const merges = /^(Add|Subtract|Multiply|Average|Maximum|Minimum)$/;
/** Layers that have a data format, and those of them that leave a vector. */
const pictures =
  /^(Conv\dD|Conv\dDTranspose|DepthwiseConv\dD|SeparableConv\dD|(Max|Average)Pooling\dD|UpSampling\dD|ZeroPadding\dD|Cropping\dD|SpatialDropout\dD)$/;
const globals = /^Global(Max|Average)Pooling\dD$/;

const last = (config: Config): Config => ({ ...config, data_format: 'channels_last' });

/** What becomes of a layer. */
export function turnedLayer({ className, config }: KerasLayer, { rank, isTurned }: Incoming): Turned {
  if (isFirst(config)) {
    const isFitting = (pictures.test(className) && !alongLast.test(activationOf(config))) || globals.test(className);
    // A Flatten of pictures with the channels first puts them last itself.
    if (isFitting || (className === 'Flatten' && rank > 2)) {
      const keeps = pictures.test(className) || config['keepdims'] === true;
      return { kind: 'turned', config: last(config), keeps };
    }
    return className === 'Flatten' ? { kind: 'each', config: last(config) } : { kind: 'asWas' };
  }
  if (!isTurned) return { kind: 'asWas' };
  if (merges.test(className)) return { kind: 'turned', config, keeps: true };
  if (each.test(className) && !(className === 'Activation' && alongLast.test(activationOf(config)))) {
    const isPlain = config['noise_shape'] === undefined || config['noise_shape'] === null;
    const isNumber = [config['scale'], config['offset']].every((value) => !isList(value));
    return isPlain && isNumber ? { kind: 'each', config } : { kind: 'asWas' };
  }
  if (className === 'BatchNormalization' || className === 'Concatenate') {
    const { axis = -1 } = config;
    const given = isList(axis) && axis.length === 1 ? axis[0]! : axis;
    if (typeof given !== 'number') return { kind: 'asWas' };
    const own = turnedAxis(given, rank);
    return { kind: 'turned', config: { ...config, axis: own === rank - 1 ? -1 : own }, keeps: true };
  }
  return { kind: 'asWas' };
}
