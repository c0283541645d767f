import { textOf } from '../fileText';
import type { Importer } from '../importer';
import { readSaved } from './readSaved';
import { readTfjs } from './readTfjs';

/** A whole model as Keras or TensorFlow.js saves it, with its weights. */
export const kerasFile: Importer = {
  id: 'kerasFile',
  name: {
    en: 'a saved Keras model (.keras, .h5, or TensorFlow.js’s model.json with its shards)',
    ko: '저장한 Keras 모델(.keras, .h5, TensorFlow.js의 model.json과 조각 파일)',
  },
  kinds: ['hdf5', 'savedKeras', 'zip'],
  accepts(first) {
    const text = textOf(first);
    if (isBinary(first)) return true;
    return text.startsWith('{') && /"(modelTopology|weightsManifest)"\s*:/.test(text);
  },
  read(file, library, help = {}) {
    return isJson(file.blob).then((json) => (json ? readTfjs(file, library, help) : readSaved([file], library, help)));
  },
};

/** HDF5 or a zip. */
const isBinary = (first: Uint8Array) =>
  ['\u0089HDF', 'PK\u0003\u0004'].includes(String.fromCharCode(...first.subarray(0, 4)));

const isJson = async (blob: Blob) => textOf(new Uint8Array(await blob.slice(0, 64).arrayBuffer())).startsWith('{');
