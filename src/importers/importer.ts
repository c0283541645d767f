import type { Language } from '../brick/brick';
import type { Document } from '../document/document';
import type { ParseTrouble } from '../document/reading/parseTrouble';
import type { Result } from '../document/result';
import type { Library } from '../document/template';
import type { NamedBlob } from '../formats/weights/weightFile';
import type { FileKind } from './fileKind';

/** One thing that was not taken as it stood in the file; the sentence is made in `src/i18n/troubles/importTrouble.ts`. */
export type ImportNote =
  /** The file does not say this parameter: it has the brick's initial value. */
  | {
      readonly code: 'initialValue';
      readonly where: string;
      readonly data: { readonly parameter: string; readonly value: string };
    }
  /** The file gives the input no name: it has this one. */
  | { readonly code: 'inputName'; readonly where: string; readonly data: Readonly<Record<string, never>> }
  /** A setting of a layer that the document has no place for. */
  | {
      readonly code: 'setting';
      readonly where: string;
      readonly data: { readonly setting: string; readonly value: string };
    }
  /** Optimizer, loss and metrics. */
  | { readonly code: 'training'; readonly where: null; readonly data: Readonly<Record<string, never>> };

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

/** Why a file did not open, as data; the sentence is made in `src/i18n/troubles/importTrouble.ts`. `where`: a layer's name, or a path in the file. */
export type ImportTrouble =
  /** No importer reads such a file. */
  | {
      readonly code: 'unknownFile';
      readonly where: null;
      /** `kind`: what it is, null where that cannot be told; `known`: what the files that open are called. */
      readonly data: {
        readonly file: string;
        readonly kind: FileKind | null;
        readonly known: readonly Importer['name'][];
      };
    }
  /** The system does not give the file's bytes. */
  | { readonly code: 'unreadable'; readonly where: null; readonly data: { readonly file: string } }
  /** Larger than any model's text; sizes in bytes. */
  | {
      readonly code: 'tooLarge';
      readonly where: null;
      readonly data: { readonly file: string; readonly size: number; readonly limit: number };
    }
  /** What is wrong with the text, or the document in it. */
  | { readonly code: 'document'; readonly where: null; readonly data: ParseTrouble }
  /** A model of another kind than a chain of layers. */
  | { readonly code: 'notSequential'; readonly where: null; readonly data: { readonly model: string } }
  /** Something else stands where the format has this. */
  | { readonly code: 'structure'; readonly where: string; readonly data: { readonly expected: string } }
  /** A layer that no brick stands for. */
  | { readonly code: 'layer'; readonly where: string; readonly data: { readonly layer: string } }
  /** A value that the brick does not take, or an argument that it lacks and that changes what is computed (`allowed` null). */
  | {
      readonly code: 'argument';
      readonly where: string;
      readonly data: { readonly argument: string; readonly value: string; readonly allowed: string | null };
    }
  /** The model does not say what goes in. */
  | { readonly code: 'noInput'; readonly where: null; readonly data: Readonly<Record<string, never>> };

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
