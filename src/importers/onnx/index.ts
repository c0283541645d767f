import { refused } from '../../document/result';
import { fileKindOf } from '../fileKind';
import type { Importer } from '../importer';

/** As much as ONNX's own format can hold, in bytes. */
const limit = 2 ** 31;

/** A trained model in the exchange format of PyTorch and others, with its weights. */
export const onnx: Importer = {
  id: 'onnx',
  name: { en: 'an ONNX model (.onnx)', ko: 'ONNX 모델(.onnx)' },
  kinds: ['onnx'],
  accepts: (first, name) => fileKindOf(first, name) === 'onnx',
  async read(file, library, help = {}) {
    if (file.blob.size > limit) {
      return refused({ code: 'tooLarge', where: null, data: { file: file.name, size: file.blob.size, limit } });
    }
    const { readOnnx } = await import('./readOnnx');
    return readOnnx(file, library, help);
  },
};
