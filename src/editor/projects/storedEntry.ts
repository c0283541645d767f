import type { Document } from '../../document/document';
import type { StoredEntry } from './projectStorage';

/** What the list of projects says of a document that is saved now. */
export const entryOf = (id: string, document: Document, revision: number): StoredEntry => ({
  id,
  title: document.title,
  changed: new Date().toISOString(),
  bricks: Object.keys(document.nodes).length,
  revision,
});
