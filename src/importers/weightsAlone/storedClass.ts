import type { AnyBrick } from '../../brick/brick';
import { kerasSnakeCase } from '../../formats/weights/kerasVariables';
import type { OutlinedLayer } from '../../formats/weights/weightFile';
import type { Config } from '../kerasGraph/kerasGraph';

/** A layer as its weights tell it. */
export interface ToldLayer {
  readonly name: string;
  readonly className: string;
  /** What the shapes of the weights say of it. */
  readonly config: Config;
  /** Numbers of the last axis that go in and come out; null where they are not told, or not changed. */
  readonly takes: number | null;
  readonly gives: number | null;
  /** Parameters that the weights do not tell. */
  readonly untold: readonly string[];
}

type Shape = readonly number[];
type Told = Omit<ToldLayer, 'name' | 'className'>;
type Rule = (shapes: readonly Shape[]) => Told | null;

const told = (config: Config, takes: number | null, gives: number | null, ...untold: readonly string[]): Told => ({
  config,
  takes,
  gives,
  untold,
});

const isVector = (shape: Shape | undefined, size: number) => shape?.length === 1 && shape[0] === size;

/** A kernel and, where there is one, a bias with a number for each of what comes out. */
const withBias =
  (rank: number, read: (kernel: Shape, hasBias: boolean) => Told, filters = -1): Rule =>
  ([kernel, bias, ...rest]) => {
    const fits = kernel?.length === rank && rest.length === 0;
    if (!fits || (bias !== undefined && !isVector(bias, kernel.at(filters)!))) return null;
    return read(kernel, bias !== undefined);
  };

const windowed = ['activation', 'strides', 'padding'];

const convolution = (axes: number): Rule =>
  withBias(axes + 2, (kernel, bias) =>
    told(
      { filters: kernel.at(-1)!, kernel_size: kernel.slice(0, axes), use_bias: bias },
      kernel.at(-2)!,
      kernel.at(-1)!,
      ...windowed,
    ),
  );

const depthwise: Rule = ([kernel, bias, ...rest]) => {
  if (kernel?.length !== 4 || rest.length > 0) return null;
  const [height, width, channels, each] = kernel as [number, number, number, number];
  if (bias !== undefined && !isVector(bias, channels * each)) return null;
  const config = { kernel_size: [height, width], depth_multiplier: each, use_bias: bias !== undefined };
  return told(config, channels, channels * each, ...windowed);
};

/** Gates of a recurrent layer: how many times its units the kernels have. */
const recurrent =
  (gates: number, more: (bias: Shape | undefined) => Config = () => ({})): Rule =>
  ([kernel, inner, bias, ...rest]) => {
    const units = inner?.[0];
    const isOne = kernel?.length === 2 && inner?.length === 2 && rest.length === 0 && units !== undefined;
    if (!isOne || kernel[1] !== gates * units || inner[1] !== gates * units) return null;
    return told({ units, use_bias: bias !== undefined, ...more(bias) }, kernel[0]!, units, 'activation');
  };

/** Vectors with a number for each channel. */
const channels =
  (count: number): Rule =>
  (shapes) => {
    const size = shapes[0]?.[0];
    const fits = size !== undefined && shapes.length === count && shapes.every((shape) => isVector(shape, size));
    return fits ? told({}, size, null, 'epsilon') : null;
  };

/** What the weights of each class say; a class of Keras that is not here says too little. */
const weighted: Readonly<Record<string, Rule>> = {
  Dense: withBias(2, (kernel, bias) =>
    told({ units: kernel[1]!, use_bias: bias }, kernel[0]!, kernel[1]!, 'activation'),
  ),
  Conv1D: convolution(1),
  Conv2D: convolution(2),
  Conv3D: convolution(3),
  DepthwiseConv2D: depthwise,
  BatchNormalization: channels(4),
  LayerNormalization: channels(2),
  Embedding: ([table, ...rest]) =>
    table?.length === 2 && rest.length === 0
      ? told({ input_dim: table[0]!, output_dim: table[1]! }, null, table[1]!, 'mask_zero')
      : null,
  LSTM: recurrent(4),
  GRU: recurrent(3, (bias) => ({ reset_after: bias === undefined || bias.length === 2 })),
  SimpleRNN: recurrent(1),
};

/** Classes without weights that stand in a chain, with what is not told of them. */
const bare: Readonly<Record<string, readonly string[]>> = {
  Flatten: [],
  Dropout: ['rate'],
  SpatialDropout1D: ['rate'],
  SpatialDropout2D: ['rate'],
  MaxPooling1D: ['pool_size', 'strides', 'padding'],
  MaxPooling2D: ['pool_size', 'strides', 'padding'],
  AveragePooling1D: ['pool_size', 'strides', 'padding'],
  AveragePooling2D: ['pool_size', 'strides', 'padding'],
  GlobalAveragePooling1D: [],
  GlobalMaxPooling1D: [],
  GlobalAveragePooling2D: [],
  GlobalMaxPooling2D: [],
  Activation: ['activation'],
  ReLU: [],
  Softmax: [],
};

/** The class that a file counts a layer by, or that its name is made of: `Conv2D` of `conv2d_1`. */
function classIn({ name, counted = name }: OutlinedLayer, bricks: readonly AnyBrick[]): string | null {
  const key = counted.replace(/_\d+$/, '');
  const found = bricks.find(({ layer, nested }) => !nested && kerasSnakeCase(layer.keras) === key);
  return found?.layer.keras ?? null;
}

export const isInput = ({ name, counted = name }: OutlinedLayer) => /^input(_layer)?(_\d+)?$/.test(counted);

/** A layer by its class and the shapes of its weights; null where these do not tell what it is. */
export function toldLayer(layer: OutlinedLayer, bricks: readonly AnyBrick[]): ToldLayer | null {
  const className = layer.isModel ? null : classIn(layer, bricks);
  if (className === null) return null;
  const { name } = layer;
  const rule = Object.hasOwn(weighted, className) ? weighted[className] : undefined;
  if (rule) {
    const found = rule(layer.tensors.map(({ shape }) => shape));
    return found && { name, className, ...found };
  }
  const untold = Object.hasOwn(bare, className) ? bare[className] : undefined;
  if (untold === undefined || layer.tensors.length > 0) return null;
  return { name, className, ...told({}, null, null, ...untold) };
}
