import type { NamedArgument } from '../../../brick/namedArgument';
import { derivedSeed, randomNumbers } from '../../../data/random';
import { normalNumbers } from './normalNumbers';
import { orthogonalValues } from '../../layers/recurrent/orthogonalValues';

/** Standard deviation of a normal distribution cut at ±2σ: Keras divides by it to get the variance it promises. */
const cutDeviation = 0.87962566103423978;

/** How many numbers go into and come out of one unit (Keras's `compute_fans`). */
function fans(shape: readonly number[]): readonly [number, number] {
  if (shape.length === 0) return [1, 1];
  if (shape.length === 1) return [shape[0]!, shape[0]!];
  const field = shape.slice(0, -2).reduce((product, size) => product * size, 1);
  return [shape.at(-2)! * field, shape.at(-1)! * field];
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
  const { name, settings } = initializer;
  if (name === 'orthogonal') {
    return orthogonalValues(shape, Number(settings['gain']), normalNumbers(randomNumbers(seed)));
  }
  const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
  if (name === 'zeros') return values;
  if (name === 'identity') {
    const [rows = 0, columns = 0] = shape;
    for (let at = 0; at < Math.min(rows, columns); at++) values[at * columns + at] = Number(settings['gain']);
    return values;
  }
  if (name === 'unitForgetBias') {
    const { of, ...rest } = settings;
    const start: NamedArgument = { role: 'initializer', name: String(of), settings: rest };
    const units = shape[0]! / 4;
    values.set(initialValues(start, [units], seed));
    values.fill(1, units, 2 * units);
    values.set(initialValues(start, [2 * units], derivedSeed(seed, 'rest')), 2 * units);
    return values;
  }
  const next = generator(initializer, shape, seed);
  for (let index = 0; index < values.length; index++) values[index] = next();
  return values;
}
