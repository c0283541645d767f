import { textOf } from '../fileText';
import type { Importer } from '../importer';
import { readKerasConfig } from './readKerasConfig';

/** A `Sequential` model as `model.to_json()` or `get_config()` of Keras 2 and 3 write it. */
export const kerasConfig: Importer = {
  id: 'kerasConfig',
  name: { en: 'a Keras configuration (JSON of model.to_json())', ko: 'Keras 구성(model.to_json()의 JSON)' },
  accepts(first) {
    const text = textOf(first);
    // TensorFlow.js's model.json has such a configuration inside.
    return text.startsWith('{') && /"class_name"\s*:/.test(text) && !/"(format|modelTopology)"\s*:/.test(text);
  },
  read: readKerasConfig,
};
