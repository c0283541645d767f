import { type NamedBlob, WeightFileError } from '../weightFile';
import { readSafetensors } from './safetensors';
import type { StateDict } from './torchTensor';
import { readTorchZip } from './torchZip';

/** What a file of PyTorch's weights is by its first bytes; null for any other file. */
export async function torchKind({ blob }: Pick<NamedBlob, 'blob'>): Promise<'safetensors' | 'zip' | 'old' | null> {
  const start = new Uint8Array(await blob.slice(0, 16).arrayBuffer());
  const letters = String.fromCharCode(...start);
  if (letters.startsWith('PK\u0003\u0004')) return 'zip';
  if (letters[8] === '{' && letters.slice(4, 8) === '\0\0\0\0') return 'safetensors';
  // A pickle alone, as PyTorch wrote it before 1.6.
  return start[0] === 0x80 && start[1]! >= 2 && start[1]! <= 5 ? 'old' : null;
}

/** The weights of a model of PyTorch: `.safetensors`, or a zip of `torch.save`. Throws `WeightFileError`. */
export async function readStateDict(file: NamedBlob): Promise<StateDict> {
  const kind = await torchKind(file);
  if (kind === 'safetensors') return readSafetensors(file);
  if (kind === 'zip') return readTorchZip(file);
  throw new WeightFileError({ code: kind === 'old' ? 'oldPickle' : 'notWeights', name: file.name });
}
