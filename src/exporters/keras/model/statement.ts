import type { Plan, Step } from '../../../compile/plan';
import { layerNames } from '../../../compile/layerNames';
import { snakeCase } from '../../../compile/identifiers';
import { backboneArguments, kerasValueText } from '../kerasArguments';
import { pythonString, pythonValue } from '../pythonText';

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
  /** `f(a)(x)`, `f(a)([x, y])` or `f(x, a)`. */
  readonly form: 'value' | 'list' | 'direct' | 'source';
  /** Blocks around it, outermost first. */
  readonly blocks: readonly string[];
  /** What must be said in front of it; such a statement stands alone. */
  readonly note: string | null;
  /** Done so often in a row, counted from `from` by the variable `index`. */
  readonly loop: { readonly from: number; readonly count: string } | null;
  /** What it is, in a word: the Keras class. */
  readonly label: string;
  readonly shapes: { readonly in: string; readonly out: string };
}

/** The steps of a plan as one statement each. `creators` are functions of the script that build models inside. */
export function statementsOf(plan: Plan, creators: ReadonlyMap<Step, string>): Statement[] {
  const names = layerNames(plan.steps);
  return branchByBranch(plan.steps).map((step) => {
    const name = names.get(step.name)!;
    const note =
      name === step.name
        ? null
        : `${pythonString(step.name)} in the editor; layer names take only letters, digits and . _ -`;
    return {
      ...calleeOf(step, name, creators),
      name,
      inputs: step.inputs,
      output: step.name,
      blocks: step.blocks,
      note,
      loop: null,
      label: step.call.keras,
      shapes: { in: step.inputShapes.map((shape) => pythonValue(shape)).join(', '), out: pythonValue(step.shape) },
    };
  });
}

/** Steps in an order that stays on a branch until it ends or meets another. */
function branchByBranch(steps: readonly Step[]): Step[] {
  const waiting = new Set(steps);
  const done = new Set<string>();
  const placed: Step[] = [];
  const consumers = new Map<string, Step[]>();
  for (const step of steps) {
    for (const input of step.inputs) consumers.set(input, [...(consumers.get(input) ?? []), step]);
  }
  const ready = ({ inputs }: Step) => inputs.every((input) => done.has(input));
  while (waiting.size > 0) {
    const last = placed.at(-1)?.name ?? '';
    const onward = consumers.get(last)?.find((step) => waiting.has(step) && ready(step));
    const next = onward ?? [...waiting].find(ready)!;
    waiting.delete(next);
    done.add(next.name);
    placed.push(next);
  }
  return placed;
}

const plain = (text: string): Given => {
  const [, name = '', value = ''] = /^(\w+)=(.*)$/s.exec(text) ?? [];
  return { name, text: value, first: false, silent: false };
};

function calleeOf(
  step: Step,
  name: string,
  creators: ReadonlyMap<Step, string>,
): Pick<Statement, 'callee' | 'given' | 'form'> {
  const { call, inputs, nested } = step;
  if (inputs.length === 0) return { callee: 'keras.Input', given: inputGiven(step), form: 'source' };
  const form = inputs.length === 1 && !call.takesList ? 'value' : 'list';
  const creator = creators.get(step);
  if (creator) return { callee: creator, given: [], form };
  if (nested) {
    const given = backboneArguments(step, name).map(plain);
    const weights = given.map((each) =>
      each.name === 'weights' && each.text !== 'None' ? { ...each, text: 'weights' } : each,
    );
    return { callee: `keras.applications.${call.keras}`, given: weights, form };
  }
  const { first, silent } = call.written;
  const all = Object.entries(call.kerasArgs).map(([key, value]) => ({
    name: snakeCase(key),
    key,
    text: kerasValueText(value),
    first: first.includes(key),
    silent: value === null || silent.includes(key),
  }));
  const placed = first.flatMap((key) => all.filter((each) => each.key === key));
  const given = [...placed, ...all.filter((each) => !each.first)].map(({ key: _key, ...each }) => each);
  return { callee: `layers.${call.keras}`, given, form };
}

function inputGiven({ shape, call }: Step): Given[] {
  const { dtype, batchSize } = call.kerasArgs;
  const fixed = typeof batchSize === 'number';
  const size = fixed ? `batch_shape=${pythonValue([batchSize, ...shape])}` : `shape=${pythonValue(shape)}`;
  const type = typeof dtype === 'string' && dtype !== 'float32' ? [`dtype=${pythonValue(dtype)}`] : [];
  return [size, ...type].map(plain);
}

/** The arguments as they are written, the name last. */
export function writtenArguments({ given, name }: Pick<Statement, 'given' | 'name'>): string[] {
  const written = given
    .filter(({ silent }) => !silent)
    .map(({ name: key, text, first }) => (first ? text : `${key}=${text}`));
  return name === null ? written : [...written, `name=${nameText(name)}`];
}

/** A layer's name as an expression; `{name}` alone is the variable itself. */
export function nameText(name: string): string {
  if (name === '{name}') return 'name';
  return name.includes('{') ? `f"${name}"` : pythonString(name);
}
