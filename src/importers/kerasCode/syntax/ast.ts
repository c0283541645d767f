/** The part of Python that is read, as plain data. `line`: of the text that was parsed, the first is 1. */
export type Expression = { readonly line: number } & (
  | { readonly kind: 'number'; readonly value: number; readonly float: boolean }
  /** Text as it stands, and replacements of an f-string in it. */
  | { readonly kind: 'string'; readonly parts: readonly StringPart[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'ellipsis' }
  | { readonly kind: 'tuple' | 'list' | 'set'; readonly items: readonly Item[] }
  | { readonly kind: 'dict'; readonly entries: readonly Entry[] }
  | { readonly kind: 'attribute'; readonly object: Expression; readonly name: string }
  | { readonly kind: 'subscript'; readonly object: Expression; readonly index: Expression }
  | {
      readonly kind: 'slice';
      readonly start: Expression | null;
      readonly stop: Expression | null;
      readonly step: Expression | null;
    }
  | { readonly kind: 'call'; readonly callee: Expression; readonly args: readonly CallArgument[] }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  /** `a < b <= c`: each with what follows. */
  | { readonly kind: 'compare'; readonly first: Expression; readonly rest: readonly Comparison[] }
  | {
      readonly kind: 'logical';
      readonly operator: 'and' | 'or';
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'conditional';
      readonly test: Expression;
      /** Where the test is true. */
      readonly met: Expression;
      readonly otherwise: Expression;
    }
  | { readonly kind: 'lambda'; readonly parameters: readonly Parameter[]; readonly body: Expression }
  | {
      readonly kind: 'comprehension';
      readonly form: 'list' | 'set' | 'dict' | 'generator';
      /** Of a dictionary the key. */
      readonly key: Expression | null;
      readonly element: Expression;
      readonly clauses: readonly Clause[];
    }
  | { readonly kind: 'named'; readonly name: string; readonly value: Expression }
  /** Python that builds no model here: `yield`, `await`; `what` is how it is written. */
  | { readonly kind: 'unread'; readonly what: string }
);

export type StringPart =
  | { readonly text: string }
  /** `{value!conversion:format}`. */
  | { readonly value: Expression; readonly conversion: string; readonly format: string };

export interface Item {
  readonly value: Expression;
  /** `*value`. */
  readonly spread: boolean;
}

export interface Entry {
  /** Null: `**value`. */
  readonly key: Expression | null;
  readonly value: Expression;
}

export interface CallArgument {
  readonly value: Expression;
  readonly name: string | null;
  readonly spread: '' | '*' | '**';
}

export interface Comparison {
  readonly operator: string;
  readonly right: Expression;
}

export interface Clause {
  readonly target: Target;
  readonly values: Expression;
  readonly conditions: readonly Expression[];
}

export interface Parameter {
  readonly name: string;
  readonly kind: 'plain' | 'named' | '*' | '**';
  readonly initial: Expression | null;
}

/** What a value is given to; in a list of them one may take the rest. */
export type Target =
  | { readonly kind: 'to'; readonly expression: Expression }
  | { readonly kind: 'rest'; readonly target: Target }
  | { readonly kind: 'several'; readonly targets: readonly Target[] };

export type Statement = { readonly line: number; readonly lastLine: number } & (
  | { readonly kind: 'expression'; readonly value: Expression }
  | { readonly kind: 'assign'; readonly targets: readonly Target[]; readonly value: Expression }
  | { readonly kind: 'update'; readonly target: Expression; readonly operator: string; readonly value: Expression }
  | { readonly kind: 'import'; readonly module: readonly string[]; readonly names: readonly ImportedName[] | null }
  | {
      readonly kind: 'if';
      readonly branches: readonly { readonly test: Expression; readonly body: readonly Statement[] }[];
      readonly otherwise: readonly Statement[];
    }
  | {
      readonly kind: 'for';
      readonly target: Target;
      readonly values: Expression;
      readonly body: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  | { readonly kind: 'while'; readonly test: Expression; readonly body: readonly Statement[] }
  | { readonly kind: 'with'; readonly items: readonly WithItem[]; readonly body: readonly Statement[] }
  | { readonly kind: 'try'; readonly body: readonly Statement[]; readonly last: readonly Statement[] }
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly parameters: readonly Parameter[];
      readonly body: readonly Statement[];
      readonly decorators: readonly Expression[];
    }
  | {
      readonly kind: 'class';
      readonly name: string;
      readonly bases: readonly CallArgument[];
      readonly body: readonly Statement[];
    }
  | { readonly kind: 'return'; readonly value: Expression | null }
  | { readonly kind: 'scope'; readonly names: readonly string[]; readonly outer: 'global' | 'nonlocal' }
  | { readonly kind: 'delete'; readonly targets: readonly Expression[] }
  | { readonly kind: 'raise'; readonly value: Expression | null }
  | { readonly kind: 'assert' | 'pass' | 'break' | 'continue' }
  /** What could not be read as Python. */
  | { readonly kind: 'broken'; readonly text: string }
);

/** `import a.b as c`: one path bound to `as`; `from m import x as y`: names of the module, `*` for all. */
export interface ImportedName {
  readonly name: string;
  readonly as: string;
}

export interface WithItem {
  readonly value: Expression;
  readonly target: Target | null;
}
