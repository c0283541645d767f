import { type Document } from '../../src/document/document';
import { type Place, defineTemplate } from '../../src/document/template';
import { templateDocument } from '../../src/layout/templateDocument';
import { library } from '../../templates/index';

/** A document built as a template is, for journeys that start from a file. */
export function documentOf(title: string, build: (place: Place) => void): Document {
  const none = { en: {}, ko: {} };
  const about = { en: title, ko: title };
  const expect = { output: [], weights: 0 };
  return templateDocument(
    defineTemplate({ id: 'journey', title, about, options: {}, optionWords: none, expect, build }),
    {},
    library,
  );
}
