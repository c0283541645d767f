import type { Language } from '../brick/brick';
import type { Document } from '../document/document';
import type { Result } from '../document/result';
import type { Library } from '../document/template';
import type { NamedBlob } from '../formats/weights/weightFile';
import type { ImportNote } from './importNote';
import type { ImportTrouble } from './importTrouble';

export type { ImportNote, ImportTrouble };

/** What became of everything in the file. */
export interface ImportReport {
  /** Names of the layers that came over. */
  readonly taken: readonly string[];
  readonly assumed: readonly ImportNote[];
  readonly dropped: readonly ImportNote[];
}

export interface Imported {
  /** Laid out, to be opened as a project of its own. */
  readonly document: Document;
  readonly report: ImportReport;
}

/** One kind of file that opens as a document. */
export interface Importer {
  readonly id: string;
  /** What such a file is called. */
  readonly name: Readonly<Record<Language, string>>;
  /** Whether it reads such a file, by its first bytes (4 KB) and its name; the first importer that does gets it. */
  accepts(first: Uint8Array, name: string): boolean;
  /** Never throws, whatever the file. */
  read(file: NamedBlob, library: Library): Promise<Result<Imported, ImportTrouble>>;
}
