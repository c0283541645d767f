import { layerNames } from '../../../compile/layerNames';
import type { Plan, Step } from '../../../compile/plan';
import { branchByBranch } from '../../../compile/repetition/branchByBranch';
import { calledAgain, layerOf } from '../../../compile/repetition/calledAgain';
import type { Given, Statement } from '../../../compile/repetition/statement';
import { isHelper, wired } from '../../../compile/wired/wired';
import { formatted } from '../text/formatted';
import { typescriptCall, typescriptString, typescriptValue } from '../text/typescriptText';
import { layerCall } from './typescriptLayer';

const plain = (name: string, text: string): Given => ({ name, text, first: false, silent: false });

function inputGiven({ shape, call }: Step): readonly Given[] {
  // Whole numbers come as floats, as layers of tf.layers take them; an Embedding makes them whole again.
  const { batchSize } = call.args;
  const fixed = typeof batchSize === 'number';
  return [fixed ? plain('batchShape', typescriptValue([batchSize, ...shape])) : plain('shape', typescriptValue(shape))];
}

const withoutPenalty = 'What its outputs cost is in src/settings.ts: TensorFlow.js has no activityRegularizer.';

/** What must be said of a layer. */
function noteOf(step: Step, name: string): string | null {
  const renamed =
    name !== step.name && !isHelper(step) && step.sharesWith === undefined
      ? [`${typescriptString(step.name)} in the editor; layer names take only letters, digits and . _ -`]
      : [];
  const notes = [...renamed, ...(step.call.args['activityRegularizer'] ? [withoutPenalty] : [])];
  return notes.length === 0 ? null : notes.join('. ');
}

/** The steps of a plan as one statement each. `creators` are functions of the file that build models inside. */
export function statementsOf(plan: Plan, creators: ReadonlyMap<Step, string>): Statement[] {
  const steps = wired(plan.steps);
  const names = layerNames(steps);
  const again = calledAgain(steps);
  return branchByBranch(steps).map((step): Statement => {
    const name = names.get(step.name)!;
    const about = {
      name,
      inputs: step.inputs,
      output: step.name,
      blocks: step.blocks,
      note: noteOf(step, name),
      layer: layerOf(step, again),
      loop: null,
      label: step.call.keras,
      shapes: {
        in: step.inputShapes.map((shape) => typescriptValue(shape)).join(', '),
        out: typescriptValue(step.shape),
      },
    };
    if (step.inputs.length === 0) return { ...about, callee: 'tf.input', given: inputGiven(step), form: 'source' };
    const form = step.inputs.length > 1 || step.call.takesList ? 'list' : 'value';
    if (step.nested) return { ...about, callee: creators.get(step)!, given: [], form, name: null };
    const { callee, fields } = layerCall(step);
    const frozen = step.trainable || step.parameters === 0 ? [] : [plain('trainable', 'false')];
    return { ...about, callee, given: [...fields.map((each) => ({ ...each, first: false })), ...frozen], form };
  });
}

/** A layer's name as an expression; `{…}` in it stands for a variable. */
export function nameText(name: string): string {
  if (name === '{name}') return 'name';
  return name.includes('{') ? `\`${name.replaceAll('{', '${')}\`` : typescriptString(name);
}

const fieldText = (name: string, text: string) => (name === text ? name : `${name}: ${text}`);

function fieldsOf({ given, name }: Statement): readonly string[] {
  const told = given.filter(({ silent }) => !silent).map((each) => fieldText(each.name, each.text));
  return name === null ? told : [fieldText('name', nameText(name)), ...told];
}

/** The layer, or the model inside, that a statement applies. */
export function layerText(statement: Statement): string {
  const { callee, given, name } = statement;
  const isModel = name === null && given.length === 0;
  return isModel ? `${callee}()` : typescriptCall(callee, [...fieldsOf(statement)]);
}

/** The value that a statement makes; `inputs` are the variables of what goes in, `layer` that of a layer that is called several times. */
export function valueText(statement: Statement, inputs: readonly string[], layer: string | null = null): string {
  const { callee, form } = statement;
  const fields = fieldsOf(statement);
  if (form === 'source') return typescriptCall(callee, [...fields]);
  if (form === 'direct') {
    return `${callee}(${[...inputs, ...(fields.length === 0 ? [] : [`{ ${fields.join(', ')} }`])].join(', ')})`;
  }
  const x = form === 'list' ? `[${inputs.join(', ')}]` : inputs[0]!;
  return `apply(${x}, ${layer ?? layerText(statement)})`;
}

const known = new WeakMap<Statement, number>();

/** How many lines a statement takes. */
export function linesOf(statement: Statement): number {
  const before = known.get(statement);
  if (before !== undefined) return before;
  const names = statement.inputs.map(() => 'x');
  const lines = formatted(`x = ${valueText(statement, names)};`, 1).length + (statement.loop ? 2 : 0);
  known.set(statement, lines);
  return lines;
}
