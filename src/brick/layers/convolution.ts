import { type Field, activation, integer } from '../fields';
import { type Padding, type Shape, ShapeError, type SpatialAxis, windows } from '../shape';
import { type Sizes, list, needsChannels, slideAll, slidingWords } from './sliding';
import { biasFields, kernelFields, weightWords } from './weighted';

/** Parameters of convolutions besides those of the window. */
export const filterFields = { activation: activation(), ...biasFields, ...kernelFields };

/** In how many groups channels and filters are kept apart. */
export const groups = (): Field<number> => integer(1, { advanced: true });

/** What a convolution slides. */
interface Convolution {
  readonly filters: number;
  readonly kernelSize: Sizes;
  readonly strides: Sizes;
  readonly padding: Padding | 'causal';
  readonly dilationRate?: Sizes;
  readonly groups?: number;
  readonly useBias: boolean;
}

/** Whether a window moves or spreads by more than one cell along some axis. */
export const several = (sizes: Sizes | undefined) => sizes !== undefined && list(sizes).some((size) => size > 1);

const mismatch = (param: string, value: Sizes, allowed: string) =>
  new ShapeError('parameterMismatch', { param, value: String(value), allowed });

/** Strides and dilation exclude each other in Keras. Throws `ShapeError('parameterMismatch')`. */
export function refuseStridesWithDilation({ strides, dilationRate }: Pick<Convolution, 'strides' | 'dilationRate'>) {
  if (several(strides) && several(dilationRate)) throw mismatch('dilationRate', dilationRate!, '1');
}

/** Shape behind a convolution (Keras: `compute_conv_output_shape`); `causal` keeps the steps as `same` does. */
export function convolved(x: Shape | undefined, axes: readonly SpatialAxis[], params: Convolution): Shape {
  const { filters, kernelSize, strides, dilationRate, groups: parts = 1 } = params;
  const [shape, channels] = needsChannels(x, axes);
  refuseStridesWithDilation(params);
  if (channels % parts !== 0) throw mismatch('groups', parts, `1 … ${channels}, ${channels} / n`);
  if (filters % parts !== 0) throw mismatch('filters', filters, `${parts} · n`);
  const inside = params.padding === 'valid' ? 'valid' : 'same';
  return [
    ...slideAll(shape, axes, { size: kernelSize, strides, padding: inside, ...(dilationRate && { dilationRate }) }),
    filters,
  ];
}

/** Kernel `[…window, channels per group, filters]`, and a bias. */
export function convolutionWeights(
  x: Shape | undefined,
  axes: readonly SpatialAxis[],
  { filters, kernelSize, groups: parts = 1, useBias }: Convolution,
): Record<string, readonly number[]> {
  const [, channels] = needsChannels(x, axes);
  return { kernel: [...list(kernelSize), channels / parts, filters], ...(useBias ? { bias: [filters] } : {}) };
}

/** tf.layers trains neither dilated nor grouped nor causal convolutions, and volumes not on every backend; ours does. */
export function ownConvolution(params: Pick<Convolution, 'kernelSize' | 'padding' | 'dilationRate' | 'groups'>) {
  const { kernelSize, padding, dilationRate, groups: parts = 1 } = params;
  const plain = padding !== 'causal' && !several(dilationRate) && parts === 1 && list(kernelSize).length < 3;
  return plain ? null : 'convolution/convolution';
}

/** What one output value sees of the input. */
export function convolutionWindows({
  kernelSize,
  strides,
  dilationRate,
}: Pick<Convolution, 'kernelSize' | 'strides' | 'dilationRate'>) {
  return windows(list(kernelSize), list(strides), dilationRate === undefined ? undefined : list(dilationRate));
}

type Transposed = Pick<Convolution, 'filters' | 'kernelSize' | 'strides' | 'useBias'> & { readonly padding: Padding };

/** Shape behind a transposed convolution (Keras: `compute_conv_transpose_output_shape`). */
export function convolutionTransposed(
  x: Shape | undefined,
  axes: readonly SpatialAxis[],
  { filters, kernelSize, strides, padding }: Transposed,
): Shape {
  const [shape] = needsChannels(x, axes);
  const sizes = axes.map((_, axis) => {
    const [size, window, stride] = [shape[axis], list(kernelSize)[axis]!, list(strides)[axis]!];
    if (size === null || size === undefined) return null;
    return size * stride + (padding === 'valid' ? Math.max(window - stride, 0) : 0);
  });
  return [...sizes, filters];
}

/** Kernel `[…window, filters, channels]`, and a bias. */
export function transposeWeights(
  x: Shape | undefined,
  axes: readonly SpatialAxis[],
  { filters, kernelSize, useBias }: Pick<Transposed, 'filters' | 'kernelSize' | 'useBias'>,
): Record<string, readonly number[]> {
  const [, channels] = needsChannels(x, axes);
  return { kernel: [...list(kernelSize), filters, channels], ...(useBias ? { bias: [filters] } : {}) };
}

type PaddingWords = { readonly en: string; readonly ko: string };

const words = (
  en: string,
  ko: string,
  edges: PaddingWords = { en: slidingWords.en.padding, ko: slidingWords.ko.padding },
) => ({
  en: {
    ...weightWords.en,
    ...slidingWords.en,
    padding: edges.en,
    filters: 'Number of filters (= output channels)',
    kernelSize: en,
    groups: 'Number of groups the channels and filters are split into; each filter uses only the channels of its group',
    activation: 'Function applied to every output',
  },
  ko: {
    ...weightWords.ko,
    ...slidingWords.ko,
    padding: edges.ko,
    filters: '필터 수(출력 채널 수와 같음)',
    kernelSize: ko,
    groups: '채널과 필터를 나누는 그룹 수. 필터는 자기 그룹의 채널만 계산',
    activation: '출력마다 적용하는 활성화 함수',
  },
});

/** What the parameters of convolutions are, in words. */
export const convolutionWords = {
  sequence: words('How many time steps the window covers', '윈도가 덮는 타임스텝의 수', {
    en: 'valid: only inside the sequence; same: zeros at both ends; causal: zeros before the start, so that no step sees a later one',
    ko: 'valid: 시퀀스 안에서만, same: 양 끝을 0으로 채움, causal: 앞쪽만 0으로 채워 미래의 타임스텝을 보지 않음',
  }),
  picture: words('Height and width of the window', '윈도의 높이와 너비'),
  volume: words('Depth, height and width of the window', '윈도의 깊이와 높이와 너비'),
};

const withoutDilation = <T extends { readonly dilationRate: string; readonly groups: string }>({
  dilationRate: _dilation,
  groups: _groups,
  ...others
}: T) => others;

const transposed = (kind: 'sequence' | 'picture') => ({
  en: {
    ...withoutDilation(convolutionWords[kind].en),
    strides: `Factor by which the ${kind === 'picture' ? 'image' : kind} grows`,
    padding: 'valid: the full area covered by the filters; same: exactly strides times as large',
  },
  ko: {
    ...withoutDilation(convolutionWords[kind].ko),
    strides: kind === 'sequence' ? '시퀀스가 길어지는 배수' : '이미지가 커지는 배수',
    padding: 'valid: 필터가 닿는 전체, same: 정확히 strides배',
  },
});

/** What the parameters of transposed convolutions are, in words. */
export const transposeWords = { sequence: transposed('sequence'), picture: transposed('picture') };
