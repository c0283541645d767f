import { textOf } from '../fileText';
import type { Importer } from '../importer';
import { looksLikeCode } from './looksLikeCode';

/** Python with models of Keras: a program, a notebook, or Markdown with code. Nothing of it is run. */
export const kerasCode: Importer = {
  id: 'kerasCode',
  name: { en: 'Python code for Keras (.py, .ipynb, .md)', ko: 'Keras용 Python 코드(.py, .ipynb, .md)' },
  accepts(first, name) {
    if (/\.(py|ipynb)$/i.test(name)) return true;
    const text = textOf(first);
    if (text.startsWith('{')) return /"(cells|nbformat|cell_type)"\s*:/.test(text);
    return /\.(md|markdown|rst|txt)$/i.test(name) || !/\.\w+$/.test(name) ? looksLikeCode(text) : false;
  },
  // The parser and what knows Keras come when code does.
  read: async (...given) => (await import('./readKerasCode')).readKerasCode(...given),
  models: async (...given) => (await import('./readKerasCode')).listKerasCode(...given),
};
