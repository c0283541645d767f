import type { Language } from '../brick/brick';
import type { Document } from '../document/document';
import type { Result } from '../document/result';
import type { Library } from '../document/template';
import type { SavedContents } from '../formats/saved/savedContents';
import type { NamedBlob } from '../formats/weights/weightFile';
import type { FileKind } from './fileKind';
import type { ImportNote } from './importNote';
import type { Literal } from './literal';
import type { ReadLayers } from './onnxLayers';
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
  /** The model's weights are in these files, by its layers' names and graph; missing where there are none. */
  readonly weights?: readonly NamedBlob[];
}

/** What goes with a file that is read. */
export interface ImportHelp {
  /** Files that were given together with it: of a `model.json` its shards. */
  readonly beside?: readonly NamedBlob[];
  /**
   * How a file with weights says what is in it: in a thread of its own, for reading some has no end. Missing: such files
   * are not read. Throws `WeightFileError`.
   */
  readonly readSaved?: (files: readonly NamedBlob[]) => Promise<SavedContents>;
  /** How an ONNX file becomes layers: in a thread of its own. Missing: in this one. Never throws what a file is to blame for. */
  readonly readLayers?: ReadLayers;
  /** Name of the model that is wanted of a file with several. */
  readonly model?: string;
  /** Shapes of samples that the file leaves open, by input; `''` is any input. */
  readonly shapes?: Readonly<Record<string, readonly (number | null)[]>>;
  /** Values of names that code does not say. */
  readonly values?: Readonly<Record<string, Literal>>;
}

/** One of the models in a file. */
export interface ListedModel {
  /** As it is chosen. */
  readonly name: string;
  /** Null: the model does not open, so that they are not known. */
  readonly parameters: number | null;
  /** Why it does not open. */
  readonly trouble?: ImportTrouble;
}

/** What a file with several models has in it. */
export interface ListedModels {
  readonly models: readonly ListedModel[];
  /** What could not be followed, and is in none of them. */
  readonly dropped: readonly ImportNote[];
}

/** One kind of file that opens as a document. */
export interface Importer {
  readonly id: string;
  /** What such a file is called. */
  readonly name: Readonly<Record<Language, string>>;
  /** Whether it reads such a file, by its first bytes (4 KB) and its name; the first importer that does gets it. */
  accepts(first: Uint8Array, name: string): boolean;
  /** Kinds of files that are no text and that it reads nevertheless. */
  readonly kinds?: readonly FileKind[];
  /** Never throws, whatever the file. Of one with several models that which `help` names. */
  read(file: NamedBlob, library: Library, help?: ImportHelp): Promise<Result<Imported, ImportTrouble>>;
  /** All models in a file that can hold several, one at least; missing: a file is one model. Never throws. */
  models?(file: NamedBlob, library: Library, help?: ImportHelp): Promise<Result<ListedModels, ImportTrouble>>;
}
