import type { Statement } from './statement';

/** Variables for what is only passed on, the first free one at a time. */
export const registers: readonly string[] = ['x', 'y', 'z'];

/** What a function's statements come from and go to. */
export interface Values {
  readonly statements: readonly Statement[];
  /** Variables of the values that come in; those that are registers may be written over. */
  readonly given: ReadonlyMap<string, string>;
  /** Values that go out keep variables of their own. */
  readonly results: readonly string[];
}

/** New names: `own` for a value that keeps its variable, `branch` for one more that is passed on. */
export interface FreshNames {
  own(statement: Statement): string;
  branch(): string;
}

/** The variable that a statement sets, those of its inputs, and for a loop the variable that it begins with where that is another. */
export interface Placed {
  readonly statement: Statement;
  readonly variable: string;
  readonly inputs: readonly string[];
  readonly start: string | null;
}

/** A variable for each value: registers are taken again when what is in them is not wanted any more. */
export function placedStatements(
  { statements, given, results }: Values,
  fresh: FreshNames,
): { readonly placed: readonly Placed[]; readonly variables: ReadonlyMap<string, string> } {
  const variables = new Map(given);
  const pool = [...registers];
  const last = new Map<string, number>();
  statements.forEach(({ inputs }, at) => inputs.forEach((input) => last.set(input, at)));
  for (const result of results) last.set(result, Infinity);
  const placed = statements.map((statement, at): Placed => {
    const taken = new Set(
      [...variables].filter(([value]) => (last.get(value) ?? -1) > at).map(([, variable]) => variable),
    );
    const own = statement.form === 'source' || results.includes(statement.output);
    const [first = ''] = statement.inputs;
    const before = variables.get(first) ?? '';
    const free = own ? undefined : [before, ...pool].find((each) => pool.includes(each) && !taken.has(each));
    const variable = free ?? (own ? fresh.own(statement) : fresh.branch());
    if (!own && free === undefined) pool.push(variable);
    const { loop } = statement;
    const inputs = statement.inputs.map((input) => (loop && input === first ? variable : variables.get(input)!));
    variables.set(statement.output, variable);
    return { statement, variable, inputs, start: loop && before !== variable ? before : null };
  });
  return { placed, variables };
}
