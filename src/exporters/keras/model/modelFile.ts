import { Identifiers } from '../../../compile/identifiers';
import { layerNames } from '../../../compile/layerNames';
import { type Plan, type Step, runnable } from '../../../compile/plan';
import { backboneArguments } from '../kerasArguments';
import { frozenLines } from '../kerasFrozen';
import { maskNameLines } from '../kerasMaskNames';
import { pythonReserved, pythonString, pythonValue } from '../pythonText';
import { blackLines } from './blackText';
import { bodyLines, registers } from './bodyLines';
import { docLines, docText, functionLines } from './functionLines';
import { compact } from './functions';
import { pretrainedLines } from './pretrainedLines';
import { statementsOf } from './statement';

/** What the code uses by these names. */
const reserved = [...pythonReserved, ...registers, 'index', 'weights', 'source', 'layer'];

/** Can a model inside, or the whole, take weights that `keras.applications` has or that lie in a file? */
export function startsWith({ steps }: Plan): string | null {
  const names = layerNames(steps);
  for (const step of steps) {
    if (!step.nested || !step.weightsFrom) continue;
    const given = backboneArguments(step, names.get(step.name)!).find((text) => text.startsWith('weights='));
    if (given !== undefined && given !== 'weights=None') return given.slice('weights='.length);
  }
  return null;
}

/** `model.py`: the plan as functions that build it, under the editor's layer names. Never throws. */
export function modelFile(plan: Plan): string {
  return [
    `"""${docText(plan.title) || 'A model'}, made with DeepBrick: Keras 3."""`,
    '',
    'import keras',
    'from keras import layers',
    ...modelDefinitions(plan),
    '',
    '',
    'if __name__ == "__main__":',
    '    build_model().summary()',
    '',
  ].join('\n');
}

/** The functions of `model.py`, two empty lines in front of each. */
export function modelDefinitions(plan: Plan): string[] {
  const creators = creatorsOf(plan);
  const start = startsWith(plan);
  return [
    ...(runnable(plan) ? [] : ['', '# The model has open problems in the editor: this script is not complete.']),
    ...[...creators].flatMap(([step, creator]) =>
      builder(step.nested!, creators, `${creator}(name)`, 'name', `build_layer_${creator}`),
    ),
    ...builder(plan, creators, `build_model(${start === null ? '' : `weights=${start}`})`, null, 'build_model'),
    ...pretrainedLines(plan).flatMap((line, at) => (at === 0 ? ['', '', line] : [line])),
  ];
}

/** Functions that build the backbones which `keras.applications` does not have. */
function creatorsOf({ steps }: Plan): ReadonlyMap<Step, string> {
  const identifiers = new Identifiers(reserved);
  const own = steps.filter(({ nested, call }) => nested && call.keras === 'Functional');
  return new Map(own.map((step) => [step, identifiers.take(`build_${step.name}`, 'build_backbone')]));
}

function builder(
  plan: Plan,
  creators: ReadonlyMap<Step, string>,
  signature: string,
  named: string | null,
  own: string,
): string[] {
  const taken = [...reserved, ...creators.values(), own];
  const { functions, statements } = compact(statementsOf(plan, creators), plan.outputs, taken);
  const identifiers = new Identifiers([...taken, ...functions.map(({ name }) => name)]);
  const title = new Identifiers([]).take(plan.title.toLowerCase(), 'model');
  const { lines, variables } = bodyLines({ statements, given: new Map(), results: plan.outputs, identifiers });
  const list = (ends: readonly string[]) => {
    const given = ends.map((end) => variables.get(end)!);
    return given.length === 1 ? given[0]! : `[${given.join(', ')}]`;
  };
  const call = [`inputs=${list(plan.inputs)}`, `outputs=${list(plan.outputs)}`, `name=${named ?? pythonString(title)}`];
  const model = `keras.Model(${call.join(', ')})`;
  const frozen = frozenLines(plan, layerNames(plan.steps));
  const count = plan.totals.parameters.toLocaleString('en');
  const said = `${shapesOf(plan, plan.inputs)} to ${shapesOf(plan, plan.outputs)}, ${count} parameters.`;
  return [
    ...functions.flatMap((each) => functionLines(each, taken)),
    '',
    '',
    `def ${signature}:`,
    ...docLines(`${docText(plan.title) || 'The model'}: ${said}`),
    ...maskNameLines(plan),
    ...lines,
    '',
    ...(frozen.length === 0
      ? blackLines(`return ${model}`, '    ')
      : [...blackLines(`model = ${model}`, '    '), ...frozen, '    return model']),
  ];
}

const shapesOf = ({ shapes }: Plan, names: readonly string[]) =>
  names.map((name) => pythonValue(shapes[name] ?? [])).join(' and ');
