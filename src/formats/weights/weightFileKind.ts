import { isGitLfsPointer } from '../gitLfs';
import { longestText } from './fileBounds';
import { torchKind } from './torch/readStateDict';

const hdf5Signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
const zipSignature = [0x50, 0x4b, 0x03, 0x04];

/** What a file of weights is, by its first bytes; one of JSON is short enough to be a model's. */
export async function weightFileKind(blob: Blob): Promise<'hdf5' | 'zip' | 'json' | 'torch' | 'gitLfs' | 'other'> {
  const start = new Uint8Array(await blob.slice(0, 64).arrayBuffer());
  const begins = (signature: readonly number[]) => signature.every((byte, index) => start[index] === byte);
  if (begins(hdf5Signature)) return 'hdf5';
  if (begins(zipSignature)) return 'zip';
  if (isGitLfsPointer(start)) return 'gitLfs';
  if ((await torchKind({ blob })) !== null) return 'torch';
  return blob.size <= longestText && /^\uFEFF?\s*\{/.test(new TextDecoder().decode(start)) ? 'json' : 'other';
}
