import type { Language } from '../brick/brick';
import type { ParseTrouble } from '../document/reading/parseTrouble';
import type { WeightFileTrouble } from '../formats/weights/weightFile';
import type { FileKind } from './fileKind';
import type { CodeTrouble } from './kerasCode/codeError';

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
        readonly known: readonly Readonly<Record<Language, string>>[];
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
  /** A model whose layers are made by code, in a class of somebody's own. */
  | { readonly code: 'noLayers'; readonly where: null; readonly data: { readonly model: string } }
  /** Something else stands where the format has this. */
  | { readonly code: 'structure'; readonly where: string; readonly data: { readonly expected: string } }
  /** It has several models, or none of the name that was asked for. */
  | {
      readonly code: 'whichModel';
      readonly where: null;
      readonly data: { readonly file: string; readonly models: readonly string[] };
    }
  /** What keeps a file of weights from being read. */
  | { readonly code: 'weightFile'; readonly where: null; readonly data: WeightFileTrouble }
  /** It has weights, and does not say of which layers. */
  | { readonly code: 'weightsOnly'; readonly where: null; readonly data: { readonly file: string } }
  /** A layer that no brick stands for. */
  | { readonly code: 'layer'; readonly where: string; readonly data: { readonly layer: string } }
  /** A value that the brick does not take, or an argument that it lacks and that changes what is computed (`allowed` null). */
  | {
      readonly code: 'argument';
      readonly where: string;
      readonly data: { readonly argument: string; readonly value: string; readonly allowed: string | null };
    }
  /** More tensors come into the layer, or fewer, than its brick takes. */
  | {
      readonly code: 'inputs';
      readonly where: string;
      readonly data: { readonly layer: string; readonly inputs: number };
    }
  /** Called several times with the same weights. */
  | { readonly code: 'sharedLayer'; readonly where: string; readonly data: { readonly calls: number } }
  /** Its second output is used, or a later one. */
  | { readonly code: 'severalOutputs'; readonly where: string; readonly data: Readonly<Record<string, never>> }
  /** It takes the output of a layer that is not there. */
  | { readonly code: 'lostInput'; readonly where: string; readonly data: { readonly from: string } }
  /** It takes, through others, its own output. */
  | { readonly code: 'circle'; readonly where: string; readonly data: Readonly<Record<string, never>> }
  /** The file leaves open how large the input is. */
  | {
      readonly code: 'openInput';
      readonly where: string;
      /** `suggestion`: usual sizes, as they are typed. */
      readonly data: { readonly shape: readonly (number | null)[]; readonly suggestion: string };
    }
  /** What is wrong with code, at a line. */
  | { readonly code: 'code'; readonly where: null; readonly data: CodeTrouble }
  /** The code makes no model; `first` is what went wrong first in it, if anything did. */
  | { readonly code: 'noModel'; readonly where: null; readonly data: { readonly first: CodeTrouble | null } }
  /** The model does not say what goes in. */
  | { readonly code: 'noInput'; readonly where: null; readonly data: Readonly<Record<string, never>> };
