/** An argument of a call, as text. */
export interface Given {
  readonly name: string;
  readonly text: string;
  /** Written without its name. */
  readonly first: boolean;
  /** What is called takes this value by itself. */
  readonly silent: boolean;
}

/** One call in the body of a function: a layer, a model, or a function of the script. */
export interface Statement {
  readonly callee: string;
  readonly given: readonly Given[];
  /** The layer's name, `{…}` where it depends on a variable; null for a function that takes none. */
  readonly name: string | null;
  /** Values that go in, by the step that makes them. */
  readonly inputs: readonly string[];
  readonly output: string;
  /** A layer on a value or on a list; a function of the script on values; an input. */
  readonly form: 'value' | 'list' | 'direct' | 'source';
  /** Blocks around it, outermost first. */
  readonly blocks: readonly string[];
  /** What must be said in front of it; such a statement stands alone. */
  readonly note: string | null;
  /** A layer that is called again later, by the step that makes it, or such a call: both stand alone. */
  readonly layer: { readonly of: string; readonly made: boolean } | null;
  /** Done so often in a row, counted from `from` by the variable `index`. */
  readonly loop: { readonly from: number; readonly count: string } | null;
  /** What it is, in a word: the Keras class. */
  readonly label: string;
  readonly shapes: { readonly in: string; readonly out: string };
}
