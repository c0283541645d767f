import { mostValues, valueCount } from './fileBounds';
import { type FileTensor, WeightFileError } from './weightFile';

/** All values of a tensor. Throws `WeightFileError('truncated' | 'tooLarge')`. */
export async function wholeTensor({ name, shape, pieces }: FileTensor): Promise<Float32Array<ArrayBuffer>> {
  const values = room(valueCount(shape, name), name);
  let at = 0;
  for await (const piece of pieces()) {
    if (at + piece.length > values.length) throw new WeightFileError({ code: 'truncated', name });
    values.set(piece, at);
    at += piece.length;
  }
  if (at < values.length) throw new WeightFileError({ code: 'truncated', name });
  return values;
}

function room(count: number, name: string): Float32Array<ArrayBuffer> {
  try {
    return new Float32Array(count);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new WeightFileError({ code: 'tooLarge', name, bytes: count * 4, most: mostValues * 4 });
  }
}
