import type { ToldLayer } from './storedClass';

/** Padding that Keras knows. */
export type Padding = 'valid' | 'same';

/** The shape of a sample that fits the weights, and the padding of the layers with which it does. */
export interface FittingInput {
  readonly shape: readonly (number | null)[];
  readonly padding: Padding;
}

/** Pictures with longer sides are not looked for. */
const longest = 1024;
const sides = Array.from({ length: longest }, (_, at) => at + 1);
/** Sides of the pictures that courses and data sets have: where several fit, one of these is meant. */
const usual = new Set([28, 32, 48, 64, 96, 100, 128, 150, 160, 180, 192, 200, 224, 256, 299]);
/** Keras's own first. */
const paddings = ['valid', 'same'] as const;

const axesOf = ({ className }: ToldLayer) => Number(/(\d)D$/.exec(className)?.[1] ?? 0);
const isPool = ({ className }: ToldLayer) => /^(Max|Average)Pooling/.test(className);
const isConvolution = ({ className }: ToldLayer) => /Conv\dD$/.test(className);

/** How long a side is behind these layers, with Keras's own strides and a pooling of 2. */
function behind(side: number, layers: readonly ToldLayer[], padding: Padding): number {
  return layers.reduce((size, layer) => {
    if (isPool(layer)) return padding === 'same' ? Math.ceil(size / 2) : Math.floor(size / 2);
    if (!isConvolution(layer) || padding === 'same') return size;
    const [kernel = 1] = layer.config['kernel_size'] as readonly number[];
    return size - kernel + 1;
  }, side);
}

/** Side and channels of a square picture of so many numbers: grey, or with three colours. */
function square(count: number): readonly number[] | null {
  const [channels] = [1, 3].filter((each) => Number.isInteger(Math.sqrt(count / each)) && count / each > 4);
  return channels === undefined ? null : [Math.sqrt(count / channels), Math.sqrt(count / channels), channels];
}

/**
 * The input of a chain of layers: of convolutions that end in a Flatten a square picture of which as many numbers are left as
 * the Dense behind takes, of a usual size where one fits; of a Flatten alone a square picture. Sizes that the weights do not tell are null.
 * Null where no input fits.
 */
export function inputSize(layers: readonly ToldLayer[]): FittingInput | null {
  const flat = layers.findIndex(({ className }) => className === 'Flatten');
  const first = layers.find(({ takes, gives }) => takes !== null || gives !== null);
  if (!first) return null;
  const axes = Math.max(0, ...layers.map(axesOf));
  if (first.className === 'Embedding') return { shape: [null], padding: 'valid' };
  const rows = layers.slice(flat).find(({ takes }) => takes !== null)?.takes ?? null;
  const isSequence = /^(LSTM|GRU|SimpleRNN)$/.test(first.className) || axes === 1;
  if (isSequence) return flat < 0 ? { shape: [null, first.takes], padding: 'valid' } : null;
  if (!layers.some(isConvolution)) {
    if (flat < 0) return { shape: [first.takes], padding: 'valid' };
    const shape = flat === 0 && rows !== null ? (square(rows) ?? [rows]) : null;
    return shape && { shape, padding: 'valid' };
  }
  if (axes !== 2) return null;
  const channels = first.takes;
  if (flat < 0 || rows === null) return { shape: [null, null, channels], padding: 'valid' };
  const given = layers.slice(0, flat).findLast(({ gives }) => gives !== null)?.gives ?? 1;
  const fitting = paddings.flatMap((padding) =>
    sides
      .filter((side) => {
        const left = behind(side, layers.slice(0, flat), padding);
        return left > 0 && left * left * given === rows;
      })
      .map((side) => ({ shape: [side, side, channels], padding })),
  );
  return fitting.find(({ shape }) => usual.has(shape[0]!)) ?? fitting[0] ?? null;
}
