import { TransposeProgram } from '@tensorflow/tfjs-backend-webgpu/dist/transpose_webgpu';
import { LibraryChanged } from '../kernels/libraryChanged';
import { forWholeNumbers, isTranspose } from '../kernels/webgpuPatches';

/** Makes sure, before anything is computed, that the shader is as `patchWebgpu` takes it to be. Throws `LibraryChanged`. */
export function checkWebgpuText(
  program: Parameters<typeof isTranspose>[0] = new TransposeProgram([2, 3], [1, 0]),
): void {
  if (!isTranspose(program)) throw new LibraryChanged('transpose_webgpu.js');
  forWholeNumbers(program.getUserCode());
}
