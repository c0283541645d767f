import type { CodeTrouble } from './kerasCode/codeError';

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
  /** The layer is called again and has no weights: it stands there once more. */
  | { readonly code: 'repeated'; readonly where: string; readonly data: { readonly of: string } }
  /** What the model gives goes on inside it: this brick hands it out. */
  | { readonly code: 'handedOut'; readonly where: string; readonly data: { readonly of: string } }
  /** No brick takes this layer over, or not with this argument: a placeholder keeps its place. */
  | {
      readonly code: 'placeholder';
      readonly where: string;
      readonly data: { readonly layer: string; readonly argument: string | null };
    }
  /** The file does not say what comes out of a layer: it is taken for as large as what goes in. */
  | { readonly code: 'sameShape'; readonly where: string; readonly data: Readonly<Record<string, never>> }
  /** The size of this input is not said: it is one that goes through all layers. */
  | {
      readonly code: 'inputSize';
      readonly where: string;
      readonly data: { readonly shape: readonly (number | null)[] };
    }
  /** The loss of PyTorch has this activation inside: here the model's last layer has it. */
  | {
      readonly code: 'lossActivation';
      readonly where: string;
      readonly data: { readonly activation: string; readonly loss: string };
    }
  /** Weights that lie in files beside the model's, which were not given: they start at random. */
  | { readonly code: 'missingShards'; readonly where: null; readonly data: { readonly files: readonly string[] } }
  /** A file of PyTorch's weights lacks these, or has them in another size: all start at random. */
  | { readonly code: 'missingWeights'; readonly where: null; readonly data: { readonly names: readonly string[] } }
  /** The file has no weights: they start at random. */
  | { readonly code: 'noWeights'; readonly where: null; readonly data: Readonly<Record<string, never>> }
  /** A line of code that could not be followed: what it does is not in the model. */
  | { readonly code: 'codeLine'; readonly where: null; readonly data: CodeTrouble }
  /** A part of the optimizer, loss or metrics that training has no place for. */
  | {
      readonly code: 'trainingSetting';
      readonly where: null;
      readonly data: { readonly setting: string; readonly value: string };
    };
