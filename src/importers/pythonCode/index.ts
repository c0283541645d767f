import { textOf } from '../fileText';
import type { Importer } from '../importer';
import { looksLikeCode } from '../kerasCode/looksLikeCode';

/** Python with models of Keras or PyTorch: a program, a notebook, or Markdown with code. Nothing of it is run. */
export const pythonCode: Importer = {
  id: 'pythonCode',
  name: { en: 'code for Keras or PyTorch (.py, .ipynb, .md)', ko: 'Keras·PyTorch 코드(.py, .ipynb, .md)' },
  accepts(first, name) {
    if (/\.(py|ipynb)$/i.test(name)) return true;
    const text = textOf(first);
    if (text.startsWith('{')) return /"(cells|nbformat|cell_type)"\s*:/.test(text);
    return /\.(md|markdown|rst|txt)$/i.test(name) || !/\.\w+$/.test(name) ? looksLikeCode(text) : false;
  },
  // The parser and what knows Keras and PyTorch come when code does.
  read: async (...given) => (await import('./readPython')).readPython(...given),
  models: async (...given) => (await import('./readPython')).listPython(...given),
};
