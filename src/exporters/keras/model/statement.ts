import type { Plan, Step } from '../../../compile/plan';
import { layerNames } from '../../../compile/layerNames';
import { branchByBranch } from '../../../compile/repetition/branchByBranch';
import { calledAgain, layerOf } from '../../../compile/repetition/calledAgain';
import type { Given, Statement } from '../../../compile/repetition/statement';
import { snakeCase } from '../../../compile/identifiers';
import { backboneArguments, kerasValueText } from '../kerasArguments';
import { pythonString, pythonValue } from '../pythonText';

/** The steps of a plan as one statement each. `creators` are functions of the script that build models inside. */
export function statementsOf(plan: Plan, creators: ReadonlyMap<Step, string>): Statement[] {
  const names = layerNames(plan.steps);
  const again = calledAgain(plan.steps);
  return branchByBranch(plan.steps).map((step): Statement => {
    const name = names.get(step.name)!;
    const note =
      name === step.name || step.sharesWith !== undefined
        ? null
        : `${pythonString(step.name)} in the editor; layer names take only letters, digits and . _ -`;
    return {
      ...calleeOf(step, name, creators),
      name,
      inputs: step.inputs,
      output: step.name,
      blocks: step.blocks,
      note,
      layer: layerOf(step, again),
      loop: null,
      label: step.call.keras,
      shapes: { in: step.inputShapes.map((shape) => pythonValue(shape)).join(', '), out: pythonValue(step.shape) },
    };
  });
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

const longLine = 66;

/** About how many lines a statement takes. */
export function linesOf({ given, name, loop }: Statement): number {
  const written = given
    .filter(({ silent }) => !silent)
    .reduce((sum, { text, name: key }) => sum + text.length + key.length, 0);
  return (written + (name ?? '').length > longLine - 26 ? 3 : 1) + (loop ? 1 : 0);
}
