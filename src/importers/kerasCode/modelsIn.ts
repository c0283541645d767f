import type { Library } from '../../document/template';
import { CodeError, type CodeTrouble } from './codeError';
import { callValue } from './evaluate/calls';
import { evaluate } from './evaluate/expressions';
import { type FoundModel, FoundModelList } from './foundModels';
import { namedModels } from './namedModels';
import { CodeMachine } from './evaluate/machine';
import { execute } from './evaluate/statements';
import { build } from './model/models';
import { KerasSession } from './keras/session';
import { ownBuilt } from './model/ownClass';
import { tensorsOf } from './model/tensorsOf';
import { nameMeaning, resolver } from './libraries/resolve';
import type { Statement } from './syntax/ast';
import { parsePython } from './syntax/parsePython';
import { ownScript } from './text/ownScript';
import type { CodeText } from './text/codeText';
import type { CodeFacts } from './training/codeTraining';
import type { BatchShape, Call, Layer, Value } from './values/value';
import { unknown } from './values/make';

export interface FoundModels {
  readonly models: readonly FoundModel[];
  readonly facts: CodeFacts;
  /** What of the code could not be done, in order; lines are of the file. */
  readonly errors: readonly CodeFailure[];
  readonly skipped: readonly CodeTrouble[];
  /** Lines of the file at which a layer is made and called. */
  linesOf(layer: Layer): readonly number[];
}

/** Code that could not be done. */
export interface CodeFailure {
  readonly trouble: CodeTrouble;
  /** The statement of the outermost level. */
  readonly text: string;
}

/** All models that a piece of code makes. Nothing of it is run: what builds models is evaluated here. Never throws. */
export function modelsIn(
  code: CodeText,
  library: Library,
  given: ReadonlyMap<string, Value> = new Map(),
  /** Shape of one sample, for models that the text does not say it of. */
  shape: readonly (number | null)[] | null = null,
): FoundModels {
  const resolve = resolver();
  const parts = { evaluate, execute, call: callValue, tensorsOf, resolve, meaning: nameMeaning(resolve) };
  const machine = new CodeMachine(library, new KerasSession(), given, parts);
  const errors: CodeFailure[] = [];
  const partial = new Set<Layer>();
  const found = new FoundModelList();
  const lineOf = (line: number) => code.lines[line - 1] ?? line;
  const told = ({ code: problem, line, data }: CodeError) => new CodeError(problem, lineOf(line), data).trouble;
  const failed = (error: unknown, text = '') => {
    if (error instanceof CodeError) errors.push({ trouble: told(error), text });
    else if (error instanceof RangeError)
      errors.push({ trouble: new CodeError('tooDeep', 0, { limit: 0 }).trouble, text });
    else throw error;
  };
  const texts = code.text.split('\n');
  let cell: number | null = null;
  for (const statement of statementsIn(code, failed)) {
    if (machine.spent) break;
    const own = code.cells[statement.line - 1] ?? null;
    if (cell !== null && own !== cell) found.endCell(lineOf(statement.line - 1), cell);
    cell = own;
    machine.begin();
    const before = machine.made.length;
    try {
      execute([statement], machine.globals, machine);
    } catch (error) {
      failed(error, texts.slice(statement.line - 1, statement.lastLine).join('\n'));
      forget(statement, machine);
      // A chain of layers may lack some of them.
      for (const model of machine.made.slice(before)) if (model.model?.sequence) partial.add(model);
    }
    found.look(machine.globals.entries(), lineOf(statement.line), cell);
  }
  if (cell !== null) found.endCell(code.lines.at(-1) ?? 0, cell);
  if (found.held.length === 0) {
    const whole = machine.made.filter((model) => model.calls.length === 0 && !partial.has(model));
    for (const model of whole) found.take(model.name, model, lineOf(model.line));
    if (whole.length === 0) uncalled(machine, found, lineOf, failed);
  }
  for (const { model } of found.held) {
    machine.begin();
    try {
      start(model, shape && [null, ...shape], { machine, line: model.line, args: [], named: new Map() });
    } catch (error) {
      // It does not lack an input then.
      if (error instanceof CodeError && model.model) model.model = { ...model.model, trouble: error };
      failed(error);
    }
  }
  const facts: CodeFacts = {
    value: (name) => machine.globals.get(name),
    seed: machine.session.seed,
    ...ownScript(code.text),
  };
  const linesFor = (layer: Layer) => machine.trace.linesOf(layer).map(lineOf);
  const skipped = machine.session.skipped.map(told);
  return { models: namedModels(found.held), errors, skipped, facts, linesOf: linesFor };
}

/** Builds a model that nothing in the text has built. */
function start(model: Layer, shape: BatchShape | null, call: Call): void {
  if (model.model?.sequence) build(model, shape, call);
  else if (model.instance && !model.model && shape) {
    ownBuilt(model, { kind: 'array', shape, dataset: null }, call);
  }
}

function statementsIn({ text }: CodeText, failed: (error: unknown) => void): readonly Statement[] {
  try {
    return parsePython(text);
  } catch (error) {
    failed(error);
    return [];
  }
}

/** Models that functions without arguments would make: code that is only a part of a program defines and does not call. */
function uncalled(
  machine: CodeMachine,
  found: FoundModelList,
  lineOf: (line: number) => number,
  failed: (error: unknown) => void,
): void {
  for (const [name, value] of machine.globals.entries()) {
    if (value.kind !== 'function' || machine.spent) continue;
    if (value.parameters.some(({ kind, name: own }) => kind !== '*' && kind !== '**' && !value.initial.has(own)))
      continue;
    machine.begin();
    try {
      const made = callValue(value, { machine, line: 0, args: [], named: new Map() });
      const layer = made.kind === 'instance' ? made.layer : made;
      if (layer?.kind === 'layer' && layer.model) found.take(name, layer, lineOf(layer.line));
    } catch (error) {
      failed(error);
    }
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
