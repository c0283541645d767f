import { textOf } from '../fileText';
import type { Importer } from '../importer';
import { readKerasConfig } from './readKerasConfig';

/** A model as `model.to_json()` or `get_config()` of Keras 1 to 3 write it. */
export const kerasConfig: Importer = {
  id: 'kerasConfig',
  name: { en: 'a Keras configuration (JSON of model.to_json())', ko: 'Keras 구성(model.to_json()의 JSON)' },
  accepts(first) {
    const text = textOf(first);
    // TensorFlow.js's model.json has such a configuration inside.
    const isConfig = /^(\{|\[|"\{)/.test(text) && /\\?"class_name\\?"\s*:/.test(text);
    return isConfig && !/"(format|modelTopology|weightsManifest)"\s*:/.test(text);
  },
  read: readKerasConfig,
};
