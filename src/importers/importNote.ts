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
      /** `parameters`: how many it keeps. */
      readonly data: { readonly layer: string; readonly argument: string | null; readonly parameters: number };
    }
  /** The file does not say what comes out of a layer: it is taken for as large as what goes in. */
  | { readonly code: 'sameShape'; readonly where: string; readonly data: Readonly<Record<string, never>> }
  /** The file does not say what comes out of a layer: it is what the weights behind it take. */
  | { readonly code: 'fittingShape'; readonly where: string; readonly data: Readonly<Record<string, never>> }
  /** It computes along the last axis of a picture: a wrapper does so at every place. */
  | { readonly code: 'perPlace'; readonly where: string; readonly data: Readonly<Record<string, never>> }
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
  /** What the optimizer had learned came with the file: training goes on where it stopped. */
  | { readonly code: 'optimizerState'; readonly where: null; readonly data: { readonly optimizer: string } }
  /** What the optimizer had learned is not kept: it starts anew. */
  | { readonly code: 'optimizerAnew'; readonly where: null; readonly data: { readonly optimizer: string } }
  /** Its pictures had their channels first: they are last here, and the weights compute the same. */
  | { readonly code: 'channelsFirst'; readonly where: string; readonly data: Readonly<Record<string, never>> }
  /** A model inside the model is, layer by layer, one of the catalogue's: it is one brick. */
  | { readonly code: 'backbone'; readonly where: string; readonly data: { readonly model: string } }
  /** The file holds weights alone, which are exactly this architecture's with these options. */
  | {
      readonly code: 'architecture';
      readonly where: null;
      readonly data: { readonly model: string; readonly options: readonly string[] };
    }
  /** The file holds weights alone, which do not tell these parameters of a layer: it has Keras's own values. */
  | { readonly code: 'untold'; readonly where: string; readonly data: { readonly parameters: readonly string[] } }
  /** The file does not say what goes in: this input fits its weights. */
  | {
      readonly code: 'fittingInput';
      readonly where: string;
      readonly data: { readonly shape: readonly (number | null)[]; readonly padding: string };
    }
  /** The file does not say in which order its layers stand: it is the one that the shapes of their weights allow. */
  | { readonly code: 'orderByShapes'; readonly where: null; readonly data: Readonly<Record<string, never>> }
  /** A layer that changes no prediction, and whose place the file does not say. */
  | { readonly code: 'placeUntold'; readonly where: string; readonly data: { readonly layer: string } }
  /** A line of code that could not be followed: what it does is not in the model. */
  | { readonly code: 'codeLine'; readonly where: null; readonly data: CodeTrouble }
  /** A part of the optimizer, loss or metrics that training has no place for. */
  | {
      readonly code: 'trainingSetting';
      readonly where: null;
      readonly data: { readonly setting: string; readonly value: string };
    };
