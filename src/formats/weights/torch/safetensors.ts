import { longestText, mostParts } from '../fileBounds';
import { type NamedBlob, WeightFileError } from '../weightFile';
import { type StateDict, type TorchTensorRecord, numberTypes, rowStrides, tensorRecord } from './torchTensor';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const numbersIn = (value: unknown): readonly number[] | null =>
  Array.isArray(value) && value.length <= 32 && value.every((each) => typeof each === 'number') ? value : null;

/**
 * A `.safetensors` file: the header's length as a little-endian 64-bit number, the header as JSON, the values of all
 * tensors (https://github.com/huggingface/safetensors). Throws `WeightFileError`.
 */
export async function readSafetensors({ name, blob }: NamedBlob): Promise<StateDict> {
  const truncated = () => new WeightFileError({ code: 'truncated', name });
  const start = new DataView(await blob.slice(0, 8).arrayBuffer());
  if (start.byteLength < 8) throw truncated();
  const length = Number(start.getBigUint64(0, true));
  if (length > longestText) throw new WeightFileError({ code: 'tooLarge', name, bytes: length, most: longestText });
  if (8 + length > blob.size) throw truncated();
  let header: unknown;
  try {
    header = JSON.parse(await blob.slice(8, 8 + length).text());
  } catch (error) {
    if (error instanceof SyntaxError) throw truncated();
    throw error;
  }
  if (!isRecord(header)) throw truncated();
  const entries = Object.entries(header).filter(([key]) => key !== '__metadata__');
  if (entries.length > mostParts) throw new WeightFileError({ code: 'tooMany', name, most: mostParts });
  const values = blob.slice(8 + length);
  const tensors = new Map<string, TorchTensorRecord>();
  for (const [key, given] of entries) {
    const { dtype, shape: said, data_offsets: offsets } = isRecord(given) ? given : {};
    const [shape, bounds] = [numbersIn(said), numbersIn(offsets)];
    const [from, to] = bounds ?? [];
    if (typeof dtype !== 'string' || !shape || from === undefined || to === undefined) throw truncated();
    const bytes = numberTypes[dtype]?.[0] ?? 1;
    const count = shape.reduce((product, size) => product * size, 1);
    const isWhole = Number.isSafeInteger(from) && from >= 0 && to <= values.size && to - from === count * bytes;
    if (!isWhole && Object.hasOwn(numberTypes, dtype)) throw truncated();
    const layout = { type: dtype, shape, strides: rowStrides(shape), offset: 0 };
    tensors.set(key, tensorRecord(name, key, layout, values.slice(from, to)));
  }
  return tensors;
}
