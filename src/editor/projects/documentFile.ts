import type { Document } from '../../document/document';
import { serialize } from '../../document/reading/serialize';
import { fileName } from '../../formats/file';

/** The document as a file that `openFile` opens again. */
export const documentFile = (document: Document): File =>
  new File([serialize(document)], fileName(document.title), { type: 'application/json' });
