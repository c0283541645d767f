/** Why code says no model, as data; the sentence is made in `src/i18n/troubles/codeTrouble.ts`. */
export interface CodeProblems {
  /** Not Python: the line as it is written. */
  syntax: { readonly text: string };
  /** Brackets or blocks inside each other, deeper than is read. */
  tooDeep: { readonly limit: number };
  /** It takes more steps than are made: a loop without an end, perhaps. */
  tooLong: { readonly limit: number };
  /** A name that nothing has been given to. */
  unknownName: { readonly name: string };
  /** A value that the text does not say: `name` is how it is written, `wanted` what needs it. */
  unknownValue: { readonly name: string; readonly wanted: string; readonly from: string };
  /** An operation between values that do not go together. */
  operands: { readonly operator: string; readonly left: string; readonly right: string };
  /** Python that is read but builds no model here, e.g. `yield`. */
  unread: { readonly what: string };
  /** Something is called that is no function or layer. */
  notCallable: { readonly name: string };
  /** A call gives too few, too many or strange arguments. */
  argument: { readonly callee: string; readonly argument: string; readonly problem: ArgumentProblem };
  /** An attribute that is not there. */
  attribute: { readonly object: string; readonly name: string };
  /** An index outside a list, or a key that is not in a dictionary. */
  index: { readonly object: string; readonly index: string };
  /** The code says itself that this is an error. */
  raised: { readonly text: string };
  /** A layer or operation that is applied to something that is no tensor. */
  notTensor: { readonly layer: string; readonly got: string };
  /** A layer of this name is not in the model. */
  noLayer: { readonly name: string; readonly known: readonly string[] };
  /** A model whose inputs do not lead to its outputs. */
  disconnected: { readonly model: string };
  /** A network of torchvision, whose layers are not in the text; `differs`: from the architecture that is here. */
  torchvision: { readonly name: string; readonly differs: TorchvisionDifference };
  /** A network of torchvision is to start from its published weights, which are in no text. */
  publishedWeights: { readonly name: string };
  /** Whether something is done depends on a value that the text does not say: it is left out. */
  skipped: { readonly name: string };
  /** The model does not say what goes in; `suggestion`: sizes that its first layer often has, as they are typed. */
  noInput: { readonly model: string; readonly suggestion: string };
}

/** How a network of torchvision differs from Keras's of that name: in its layers, or there is none here. */
export type TorchvisionDifference = 'padding' | 'averages' | 'missing';

export type ArgumentProblem = 'missing' | 'tooMany' | 'unknown' | 'twice' | 'value';

/** Code, line (of the file, from 1; 0 where none is at fault) and what there is to say. */
export type CodeTrouble = {
  readonly [C in keyof CodeProblems]: { readonly code: C; readonly line: number; readonly data: CodeProblems[C] };
}[keyof CodeProblems];

/** Thrown inside the importer of code and caught at its door. */
export class CodeError<C extends keyof CodeProblems = keyof CodeProblems> extends Error {
  override readonly name = 'CodeError';
  constructor(
    readonly code: C,
    /** Of the text that was parsed; 0 where no line is at fault. */
    readonly line: number,
    readonly data: CodeProblems[C],
  ) {
    super(`${code} ${JSON.stringify(data)}`);
  }

  get trouble(): CodeTrouble {
    return { code: this.code, line: this.line, data: this.data } as CodeTrouble;
  }
}
