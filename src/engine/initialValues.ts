import type { NamedArgument } from '../brick/brick';
import { randomNumbers } from '../data/random';

/** Standard deviation of a normal distribution cut at ±2σ: Keras divides by it to get the variance it promises. */
const cutDeviation = 0.87962566103423978;

/** How many numbers go into and come out of one unit (Keras's `compute_fans`). */
function fans(shape: readonly number[]): readonly [number, number] {
  if (shape.length === 0) return [1, 1];
  if (shape.length === 1) return [shape[0]!, shape[0]!];
  const field = shape.slice(0, -2).reduce((product, size) => product * size, 1);
  return [shape.at(-2)! * field, shape.at(-1)! * field];
}

/** A row of normally distributed numbers (Box–Muller), mean 0, deviation 1. */
function normalNumbers(random: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/** The number generator of an initializer; formulas as in `keras.initializers`. */
function generator({ name, settings }: NamedArgument, shape: readonly number[], seed: number): () => number {
  const random = randomNumbers(seed);
  const [fanIn, fanOut] = fans(shape);
  const value = (setting: string) => Number(settings[setting] ?? 0);
  const uniform = (low: number, high: number) => () => low + (high - low) * random();
  const within = (variance: number) => uniform(-Math.sqrt(3 * variance), Math.sqrt(3 * variance));
  const truncated = (mean: number, deviation: number) => {
    const normal = normalNumbers(random);
    return () => {
      let drawn = normal();
      while (Math.abs(drawn) > 2) drawn = normal();
      return mean + deviation * drawn;
    };
  };
  const cut = (variance: number) => truncated(0, Math.sqrt(variance) / cutDeviation);
  switch (name) {
    case 'zeros':
      return () => 0;
    case 'ones':
      return () => 1;
    case 'constant':
      return () => value('value');
    case 'randomUniform':
      return uniform(value('minval'), value('maxval'));
    case 'randomNormal': {
      const normal = normalNumbers(random);
      return () => value('mean') + value('stddev') * normal();
    }
    case 'truncatedNormal':
      return truncated(value('mean'), value('stddev'));
    case 'varianceScaling':
      return cut(value('scale') / Math.max(1, fanIn));
    case 'glorotUniform':
      return within(2 / (fanIn + fanOut));
    case 'glorotNormal':
      return cut(2 / (fanIn + fanOut));
    case 'heUniform':
      return within(2 / fanIn);
    case 'heNormal':
      return cut(2 / fanIn);
    case 'leCunUniform':
      return within(1 / fanIn);
    case 'leCunNormal':
      return cut(1 / fanIn);
    default:
      throw new Error(`Unknown initializer ${name}.`);
  }
}

/** First values of a weight: depend only on initializer, shape and seed, so that every backend starts alike. */
export function initialValues(
  initializer: NamedArgument,
  shape: readonly number[],
  seed: number,
): Float32Array<ArrayBuffer> {
  const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
  if (initializer.name === 'zeros') return values;
  const next = generator(initializer, shape, seed);
  for (let index = 0; index < values.length; index++) values[index] = next();
  return values;
}
