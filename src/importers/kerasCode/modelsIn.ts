import type { Library } from '../../document/template';
import { CodeError } from './codeError';
import { callValue } from './evaluate/calls';
import { evaluate } from './evaluate/expressions';
import { FoundModelList, type HeldModel } from './foundModels';
import { CodeMachine } from './evaluate/machine';
import { execute } from './evaluate/statements';
import { build } from './model/models';
import { KerasSession } from './keras/session';
import { tensorsOf } from './model/tensorsOf';
import { nameMeaning, resolver } from './libraries/resolve';
import type { Statement } from './syntax/ast';
import { parsePython } from './syntax/parsePython';
import type { CodeText } from './text/codeText';
import type { Value } from './values/value';
import { unknown } from './values/make';

/** A model that the code makes. */
export interface FoundModel extends HeldModel {
  /** As it is chosen: the variable, and where several models had that name the cell or line behind `@`. */
  readonly name: string;
}

export interface FoundModels {
  readonly models: readonly FoundModel[];
  /** What of the code could not be done, in order; lines are of the file. */
  readonly errors: readonly CodeError[];
}

/** All models that a piece of code makes. Nothing of it is run: what builds models is evaluated here. Never throws. */
export function modelsIn(code: CodeText, library: Library, given: ReadonlyMap<string, Value> = new Map()): FoundModels {
  const resolve = resolver();
  const parts = { evaluate, execute, call: callValue, tensorsOf, resolve, meaning: nameMeaning(resolve) };
  const machine = new CodeMachine(library, new KerasSession(), given, parts);
  const errors: CodeError[] = [];
  const found = new FoundModelList();
  const lineOf = (line: number) => code.lines[line - 1] ?? line;
  const failed = (error: unknown) => {
    if (error instanceof CodeError) errors.push(new CodeError(error.code, lineOf(error.line), error.data));
    else if (error instanceof RangeError) errors.push(new CodeError('tooDeep', 0, { limit: 0 }));
    else throw error;
  };
  let cell: number | null = null;
  for (const statement of statementsIn(code, failed)) {
    if (machine.spent) break;
    const own = code.cells[statement.line - 1] ?? null;
    if (cell !== null && own !== cell) found.endCell(lineOf(statement.line - 1), cell);
    cell = own;
    machine.begin();
    try {
      execute([statement], machine.globals, machine);
    } catch (error) {
      failed(error);
      forget(statement, machine);
    }
    found.look(machine.globals.entries(), lineOf(statement.line), cell);
  }
  if (cell !== null) found.endCell(code.lines.at(-1) ?? 0, cell);
  for (const { model } of found.held) {
    machine.begin();
    try {
      if (model.model?.sequence) build(model, null, { machine, line: model.line, args: [], named: new Map() });
    } catch (error) {
      failed(error);
    }
  }
  return { models: named(found.held), errors };
}

function statementsIn({ text }: CodeText, failed: (error: unknown) => void): readonly Statement[] {
  try {
    return parsePython(text);
  } catch (error) {
    failed(error);
    return [];
  }
}

/** Names that a statement which failed would have given something to are not known afterwards. */
function forget(statement: Statement, machine: CodeMachine): void {
  const targets = statement.kind === 'assign' ? statement.targets : [];
  const names = targets.flatMap((target) => (target.kind === 'several' ? target.targets : [target]));
  for (const target of names) {
    if (target.kind !== 'to' || target.expression.kind !== 'name') continue;
    machine.globals.set(target.expression.name, {
      ...unknown(target.expression.name, statement.line),
      variable: target.expression.name,
    });
  }
}

/** A variable that held several models names each by its cell or line. */
function named(found: readonly HeldModel[]): readonly FoundModel[] {
  const counts = new Map<string, number>();
  for (const { variable } of found) counts.set(variable, (counts.get(variable) ?? 0) + 1);
  const taken = new Set<string>();
  return found.map((each) => {
    const place = each.cell ?? each.line;
    let name = counts.get(each.variable) === 1 ? each.variable : `${each.variable}@${place}`;
    for (let number = 2; taken.has(name); number++) name = `${each.variable}@${place}.${number}`;
    taken.add(name);
    return { ...each, name };
  });
}
