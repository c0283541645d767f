/** Other programs whose JSON is recognised by its shape. */
export type Foreign =
  | 'keras'
  | 'tfjs'
  | 'ennui'
  | 'package'
  | 'lock'
  | 'typescript'
  | 'transformers'
  | 'annotations'
  | 'geography'
  | 'clipping'
  | 'notebook'
  | 'list';

interface Errors {
  /** Sizes in characters. */
  tooLarge: { readonly size: number; readonly limit: number };
  /** Line and column count from 1. */
  notJson: { readonly line: number; readonly column: number };
  /** Whose file it is, as far as that can be seen. */
  notDeepBrick: { readonly program: Foreign | null };
  tooNew: { readonly version: number; readonly supported: number };
  /** `where` is a path such as `nodes.conv2d.params`. */
  invalid: { readonly where: string; readonly expected: string; readonly got: string };
  tooManyNodes: { readonly count: number; readonly limit: number };
  tooManyBlocks: { readonly count: number; readonly limit: number };
  /** `depth`: how many blocks lie around each other; `block`: the first one that lies too deep. */
  tooDeepBlocks: { readonly block: string; readonly depth: number; readonly limit: number };
  /** The same name twice, e.g. two bricks, or a brick and a block. `line` where it is known. */
  repeatedName: { readonly name: string; readonly line: number | null };
  /** A name that would reach into the program's own objects. */
  forbiddenName: { readonly name: string; readonly where: string };
  tooDeep: { readonly line: number; readonly column: number };
}

export type ParseTroubleCode = keyof Errors;

/** Why a text is not a document, as data; the sentence is made in `src/i18n/troubles/parseTrouble.ts`. */
export type ParseTrouble = {
  readonly [C in ParseTroubleCode]: { readonly code: C; readonly data: Errors[C] };
}[ParseTroubleCode];
