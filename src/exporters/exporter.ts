import type { Language } from '../brick/brick';
import type { Plan } from '../compile/plan';
import type { Dataset } from '../data/dataset';
import type { Document } from '../document/document';
import type { WeightTensors } from '../formats/weights/weightTensors';
import type { ExportOption } from './exportChoices';

/** What leaves: the document, and the plan it compiles to. */
export interface ExportedModel {
  readonly document: Document;
  readonly plan: Plan;
  /** Of the words around the code, for a target that has them in several languages; English where none is said. */
  readonly language?: Language;
  /** Whether what tests the files goes along; it does where nothing is said. */
  readonly tests?: boolean;
  /** Whether the samples stay behind by choice: then no supply has them, and no code of ours makes them. */
  readonly withoutData?: boolean;
}

/** One input as the model takes it (after preprocessing) and what the editor computed for it. */
export interface StoredSample {
  readonly shape: readonly number[];
  readonly input: Float32Array;
  readonly output: Float32Array;
}

/** Our own files that a project takes along. */
export interface ProjectSources {
  /** Texts by path, `/src/…`: the project's own files, and at least all that they import. */
  readonly files: Readonly<Record<string, string>>;
  /** `digits.png` and `digits-labels.bin`. */
  readonly digits: Readonly<Record<string, Uint8Array>>;
}

/** What must be read, fetched or computed first: a target that takes none of it asks for none. */
export interface ExportSupplies {
  /** Every weight of the model; null where it has none yet. */
  weights(): Promise<WeightTensors | null>;
  /** The same weights as Keras's `.weights.h5`, where there are some: HDF5 is written apart, by the worker in the page. */
  kerasWeights(): Promise<Uint8Array<ArrayBuffer>>;
  /** One input with the model's own answer; null where there is none. */
  sample(): Promise<StoredSample | null>;
  /** The samples that the document trains on; null where they are not here, such as photos and what was left elsewhere. */
  data(): Promise<Dataset | null>;
  /** Names of ImageNet's classes by index, as in Keras's class index. */
  imagenetClasses(): Promise<readonly string[]>;
  /** Files of DeepBrick itself that run beside the model. */
  sources(): Promise<ProjectSources>;
}

/** Path → text or bytes. */
export type ExportedFiles = Readonly<Record<string, string | Uint8Array>>;

/** One target that a model can be taken to. What writes it is loaded when it is asked for. */
export interface Exporter {
  /** As in `export --to keras`. */
  readonly id: string;
  /** A proper name, the same in every language. */
  readonly name: string;
  /** What people type for it, besides its name. */
  readonly also: readonly string[];
  /** What comes out, in a few words. */
  readonly about: Readonly<Record<Language, string>>;
  /** Name of the text where it is a file. */
  readonly file: string;
  /** Whose colours the text has; null: none. */
  readonly language: 'typescript' | 'python' | null;
  /** The text can be edited where it is shown: an importer reads it. */
  readonly editable?: true;
  /** The files are a whole project with the weights in it; else they are the text alone. */
  readonly project: boolean;
  /** What can be chosen, in the order in which it is offered. */
  readonly options: readonly ExportOption[];
  /** What never goes along, though the files train the model. */
  readonly without?: readonly ('weights' | 'data')[];
  /** What to do with the files, as a command line in their folder. */
  next(model: Pick<ExportedModel, 'plan' | 'tests'>): Promise<string>;
  /** What tests the files in their folder, one program after the other; none where they have no tests of their own. */
  readonly check: readonly { readonly tool: string; readonly args: readonly string[] }[];
  /** Loads what writes the model as one text; that never throws, whatever the model. */
  printer(): Promise<(model: ExportedModel) => string>;
  /**
   * The model as files; `exportedFiles` is the way to them, which keeps to what was chosen. Rejects with what a supply rejects
   * with, with `ExportRefused`, and with `WeightsMismatch`.
   */
  files(model: ExportedModel, supplies: ExportSupplies): Promise<ExportedFiles>;
}

/** A target whose one file is the text. */
export function textExporter(exporter: Omit<Exporter, 'project' | 'files'>): Exporter {
  return {
    ...exporter,
    project: false,
    files: async (model) => ({ [exporter.file]: (await exporter.printer())(model) }),
  };
}
