import { longestText, mostParts } from '../fileBounds';
import { type NamedBlob, WeightFileError } from '../weightFile';
import { zippedFiles } from '../zippedFiles';
import { PickleDamaged, PickleRefused, readPickle } from './pickle';
import { type Pickled, PickledDict, PickledTensor } from './pickled';
import { type StateDict, type TorchTensorRecord, tensorRecord } from './torchTensor';

/** Number types by PyTorch's storages. */
const types: Readonly<Record<string, string>> = {
  Float: 'F32',
  Double: 'F64',
  Half: 'F16',
  BFloat16: 'BF16',
  Long: 'I64',
  Int: 'I32',
  Short: 'I16',
  Char: 'I8',
  Byte: 'U8',
  Bool: 'BOOL',
};

/** Whether a file in a zip is the one in which `torch.save` lists tensors. */
export const isTorchPart = (name: string) => /(^|\/)data\.pkl$/.test(name);

/** Under which names a training's state has the model's. */
const states = ['state_dict', 'model_state_dict', 'model_state', 'model', 'net', 'weights'];

/** The dictionary of tensors: all of the file, or the part of that name. */
function tensorsIn(value: Pickled, depth = 0): PickledDict | null {
  if (!(value instanceof PickledDict) || depth > 3) return null;
  if ([...value.entries.values()].some((each) => each instanceof PickledTensor)) return value;
  for (const name of states) {
    const found = tensorsIn(value.entries.get(name) ?? null, depth + 1);
    if (found) return found;
  }
  return null;
}

/**
 * A file of `torch.save`: a zip with a pickle that lists tensors, and their numbers beside it. The pickle is read, not run.
 * Throws `WeightFileError`.
 */
export async function readTorchZip(file: NamedBlob): Promise<StateDict> {
  const { name } = file;
  const truncated = () => new WeightFileError({ code: 'truncated', name });
  const entries = await zippedFiles(file);
  const listed = entries.find((entry) => isTorchPart(entry.name));
  if (!listed) throw new WeightFileError({ code: 'notWeights', name });
  if (listed.size > longestText)
    throw new WeightFileError({ code: 'tooLarge', name, bytes: listed.size, most: longestText });
  const folder = listed.name.replace(/data\.pkl$/, '');
  const order = entries.find((entry) => entry.name === `${folder}byteorder`);
  if (order && order.size < 100 && (await (await order.open()).text()).trim() === 'big')
    throw new WeightFileError({ code: 'unsupportedType', name, type: 'big endian' });
  let pickled: Pickled;
  try {
    pickled = readPickle(new Uint8Array(await (await listed.open()).arrayBuffer()));
  } catch (error) {
    if (error instanceof PickleRefused) throw new WeightFileError({ code: 'pickleCall', name, called: error.what });
    if (error instanceof PickleDamaged || error instanceof RangeError) throw truncated();
    throw error;
  }
  const found = tensorsIn(pickled);
  if (!found) throw new WeightFileError({ code: 'notWeights', name });
  if (found.entries.size > mostParts) throw new WeightFileError({ code: 'tooMany', name, most: mostParts });
  const files = new Map(entries.map((entry) => [entry.name, entry]));
  const opened = new Map<string, Blob>();
  const tensors = new Map<string, TorchTensorRecord>();
  for (const [key, value] of found.entries) {
    if (typeof key !== 'string' || !(value instanceof PickledTensor)) continue;
    const { storage, shape, strides, offset } = value;
    const entry = files.get(`${folder}data/${storage.key}`);
    if (!entry) throw truncated();
    const bytes = opened.get(storage.key) ?? (await entry.open());
    opened.set(storage.key, bytes);
    const type = types[/^torch\.(\w+)Storage$/.exec(storage.type)?.[1] ?? ''] ?? storage.type;
    tensors.set(key, tensorRecord(name, key, { type, shape, strides, offset }, bytes));
  }
  return tensors;
}
