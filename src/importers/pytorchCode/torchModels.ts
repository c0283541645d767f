import type { Library } from '../../document/template';
import { CodeError, type CodeTrouble } from '../kerasCode/codeError';
import { callValue } from '../kerasCode/evaluate/calls';
import { evaluate } from '../kerasCode/evaluate/expressions';
import { CodeMachine } from '../kerasCode/evaluate/machine';
import { execute } from '../kerasCode/evaluate/statements';
import type { Statement } from '../kerasCode/syntax/ast';
import { parsePython } from '../kerasCode/syntax/parsePython';
import type { CodeText } from '../kerasCode/text/codeText';
import { member } from '../kerasCode/values/members';
import type { ClassValue, FunctionValue, InstanceValue, Value } from '../kerasCode/values/value';
import { isExported, withIdentities } from './exported/exportedText';
import { torchLibraries } from './libraries/resolve';
import { isMadeFrom, modulesIn } from './modules/moduleClass';
import { TorchSession } from './session';
import { trains } from './training/loops';

/** A module that the code makes, by the name under which it is chosen. */
export interface TorchModel {
  readonly name: string;
  readonly module: InstanceValue;
}

/** All that is known of a text after it was evaluated. */
export interface TorchText {
  readonly models: readonly TorchModel[];
  readonly errors: readonly CodeTrouble[];
  readonly skipped: readonly CodeTrouble[];
  readonly machine: CodeMachine;
  readonly session: TorchSession;
  readonly base: ClassValue;
  readonly statements: readonly Statement[];
  readonly code: CodeText;
  /** Of one of our own projects. */
  readonly isExported: boolean;
  /** A trouble as the file has its lines. */
  told(error: CodeError): CodeTrouble;
}

/** Evaluates a text for PyTorch; nothing of it is run. Never throws. */
export function torchModels(given: CodeText, library: Library, values: ReadonlyMap<string, Value>): TorchText {
  const session = new TorchSession();
  const exported = isExported(given.text);
  const code = exported ? { ...given, text: withIdentities(given.text) } : given;
  const { modules, resolve, meaning } = torchLibraries(session, exported);
  const { base } = modules;
  const machine = new CodeMachine(library, session, values, {
    evaluate,
    execute,
    call: callValue,
    resolve,
    meaning,
    tensorsOf: () => [],
  });
  const errors: CodeTrouble[] = [];
  const told = ({ code: problem, line, data }: CodeError) =>
    new CodeError(problem, code.lines[line - 1] ?? line, data).trouble;
  const attempt = (run: () => void) => {
    machine.begin();
    try {
      run();
    } catch (error) {
      if (error instanceof CodeError) errors.push(told(error));
      else if (error instanceof RangeError) errors.push(new CodeError('tooDeep', 0, { limit: 0 }).trouble);
      else throw error;
    }
  };
  let statements: readonly Statement[] = [];
  attempt(() => {
    statements = parsePython(code.text);
  });
  for (const statement of statements) {
    if (machine.spent) break;
    // What is done again and again to train says nothing of the model.
    if ((statement.kind === 'for' || statement.kind === 'while') && trains(statement.body)) continue;
    attempt(() => execute([statement], machine.globals, machine));
  }
  const isModel = (value: Value): value is InstanceValue => value.kind === 'instance' && isMadeFrom(value.class, base);
  const held = (): TorchModel[] =>
    [...machine.globals.entries()].flatMap(([name, value]) => (isModel(value) ? [{ name, module: value }] : []));
  const text = {
    errors,
    skipped: session.skipped.map(told),
    machine,
    session,
    base,
    statements,
    code,
    isExported: exported,
    told,
  };
  const found = held();
  const whole = found.filter(({ module }) => !isSingle(module, base));
  if (whole.length > 0) return { ...text, models: whole };
  const before = errors.length;
  const made = makeUncalled(machine, attempt, isModel, session, base);
  // Parts of a model need more to be made than the model itself.
  if (made.length > 0) errors.splice(before);
  const models = made.length > 0 ? made : found;
  return { ...text, models };
}

/** One layer alone. */
const isSingle = ({ class: own }: InstanceValue, base: ClassValue) =>
  own !== base &&
  own.bases.length === 1 &&
  own.bases[0] === base &&
  member(own, 'forward')?.kind === 'native' &&
  !/^(Sequential|ModuleList|ModuleDict)$/.test(own.name);

const needs = ({ parameters, initial }: FunctionValue, skip: number) =>
  parameters.slice(skip).filter(({ kind, name }) => kind !== '*' && kind !== '**' && !initial.has(name));

/** Models of functions and classes that the text defines and does not call, and those that functions keep for themselves. */
function makeUncalled(
  machine: CodeMachine,
  attempt: (run: () => void) => void,
  isModel: (value: Value) => value is InstanceValue,
  session: TorchSession,
  base: ClassValue,
): readonly TorchModel[] {
  const models: TorchModel[] = [];
  const globals = [...machine.globals.entries()];
  const call = (target: Value, named: ReadonlyMap<string, Value>) =>
    machine.call(target, { machine, line: 0, args: [], named });
  const ownModules = session.modules.filter((module) => module.class.name !== 'Sequential' || module.fields.size > 0);
  const inside = parts(ownModules, base);
  for (const module of ownModules) {
    if (!inside.has(module)) models.push({ name: module.class.name, module });
  }
  if (models.length > 0) return numbered(models);
  for (const [name, value] of globals) {
    if (value.kind !== 'function' || machine.spent || needs(value, 0).length > 0) continue;
    attempt(() => {
      const made = call(value, new Map());
      // A class that needs nothing to be made is the model itself.
      const start = isModel(made) ? member(made.class, '__init__') : undefined;
      const isPlain = start?.kind === 'function' && needs(start, 1).length === 0;
      if (isModel(made)) models.push({ name: isPlain ? made.class.name : name, module: made });
    });
  }
  if (models.length > 0) return models;
  for (const [name, value] of globals) {
    if (value.kind !== 'class' || machine.spent || !isMadeFrom(value, base)) continue;
    if (member(value, 'forward')?.kind !== 'function') continue;
    attempt(() => {
      const made = instanceOf(value, machine, call);
      if (isModel(made)) models.push({ name, module: made });
    });
  }
  const used = new Set([...parts(session.modules, base)].map((module) => module.class));
  const outer = models.filter(({ module }) => !used.has(module.class));
  return outer.length > 0 ? outer : models;
}

/** An object of a class; what it needs to be made is asked for. Throws `CodeError('unknownValue')`. */
function instanceOf(
  owner: ClassValue,
  machine: CodeMachine,
  call: (target: Value, named: ReadonlyMap<string, Value>) => Value,
): Value {
  const start = member(owner, '__init__');
  const named = new Map<string, Value>();
  for (const { name } of start?.kind === 'function' ? needs(start, 1) : []) {
    const value = machine.given.get(name) ?? machine.globals.get(name);
    if (!value) throw new CodeError('unknownValue', 0, { name, wanted: `${owner.name}(…)`, from: '' });
    named.set(name, value);
  }
  return call(owner, named);
}

/** Modules that lie in others. */
function parts(modules: readonly InstanceValue[], base: ClassValue): ReadonlySet<InstanceValue> {
  return new Set(modules.flatMap((module) => [...modulesIn(module, base).keys()].slice(1)));
}

/** Several of one class are told apart by a number. */
function numbered(models: readonly TorchModel[]): readonly TorchModel[] {
  const counts = new Map<string, number>();
  return models.map(({ name, module }) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return { name: count === 1 ? name : `${name}@${count}`, module };
  });
}
