import { parse } from '../../document/reading/parse';
import { done, refused } from '../../document/result';
import { fileText, textOf } from '../fileText';
import type { Importer } from '../importer';

/** Our own documents; it also says of any other JSON what it is. */
export const deepbrick: Importer = {
  id: 'deepbrick',
  name: { en: 'a DeepBrick document (.deepbrick.json)', ko: 'DeepBrick 문서(.deepbrick.json)' },
  accepts: (first, name) => /\.json$/i.test(name) || textOf(first).startsWith('{'),
  async read(file) {
    const text = await fileText(file);
    if (!text.ok) return text;
    const parsed = parse(text.value);
    if (!parsed.ok) return refused({ code: 'document', where: null, data: parsed.error });
    const document = parsed.value;
    return done({ document, report: { taken: Object.keys(document.nodes), assumed: [], dropped: [] } });
  },
};
