import { Identifiers } from '../../../compile/identifiers';
import { layerNames } from '../../../compile/layerNames';
import { compact } from '../../../compile/repetition/functions';
import { type Plan, type Step, runnable } from '../../../compile/plan';
import { backboneArguments } from '../kerasArguments';
import { frozenLines } from '../kerasFrozen';
import { maskNameLines } from '../kerasMaskNames';
import { projectNames, pythonReserved, pythonString, pythonValue } from '../pythonText';
import { type PythonPart, pythonFile } from '../pythonPart';
import { blackLines } from './blackText';
import { bodyLines } from './bodyLines';
import { registers } from '../../../compile/repetition/variables';
import { docLines, docText, functionText } from './functionText';
import { legacyActivation } from './legacyActivation';
import { pretrainedText } from './pretrainedText';
import { linesOf, statementsOf } from './statement';

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
  const about = `${docText(plan.title) || 'A model'}, made with DeepBrick: Keras 3.`;
  return pythonFile({ about, parts: [modelPart(plan)], run: 'build_model().summary()' });
}

/** The functions of `model.py`. */
export function modelPart(plan: Plan): PythonPart {
  const creators = creatorsOf(plan);
  const start = startsWith(plan);
  const nested = [...creators].map(([step, creator]) => ({
    plan: step.nested!,
    signature: `${creator}(name)`,
    named: 'name',
  }));
  const whole = { plan, signature: `build_model(${start === null ? '' : `weights=${start}`})`, named: null };
  const taken = [...reserved, ...creators.values(), 'build_model'];
  const definitions: string[] = [...legacyActivation(plan)];
  for (const model of [...nested, whole]) {
    const { functions, text } = builder(model, creators, taken);
    definitions.push(...text);
    taken.push(...functions);
  }
  definitions.push(...pretrainedText(plan));
  const [first, ...rest] = definitions as [string, ...string[]];
  const broken = '# The model has open problems in the editor: this script is not complete.';
  return {
    modules: ['keras', 'layers'],
    constants: {},
    definitions: [runnable(plan) ? first : `${broken}\n\n\n${first}`, ...rest],
  };
}

/** Functions that build the backbones which `keras.applications` does not have. */
function creatorsOf({ steps }: Plan): ReadonlyMap<Step, string> {
  const identifiers = new Identifiers([...reserved, ...projectNames]);
  const own = steps.filter(({ nested, call }) => nested && call.keras === 'Functional');
  return new Map(own.map((step) => [step, identifiers.take(`build_${step.name}`, 'build_backbone')]));
}

interface Built {
  readonly plan: Plan;
  readonly signature: string;
  /** The expression of the model's name; null: its title. */
  readonly named: string | null;
}

/** The function that builds a model, behind those that it calls; and the names of these. */
function builder(
  { plan, signature, named }: Built,
  creators: ReadonlyMap<Step, string>,
  reservedHere: readonly string[],
): { readonly functions: readonly string[]; readonly text: readonly string[] } {
  const { functions, statements } = compact(
    statementsOf(plan, creators),
    plan.outputs,
    [...reservedHere, ...projectNames],
    linesOf,
  );
  const names = functions.map(({ name }) => name);
  const taken = [...reservedHere, ...names];
  const identifiers = new Identifiers(taken);
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
  const text = [
    `def ${signature}:`,
    ...docLines(`${docText(plan.title) || 'The model'}: ${said}`),
    ...maskNameLines(plan),
    ...lines,
    '',
    ...(frozen.length === 0
      ? blackLines(`return ${model}`, '    ')
      : [...blackLines(`model = ${model}`, '    '), ...frozen, '    return model']),
  ];
  return { functions: names, text: [...functions.map((each) => functionText(each, taken)), text.join('\n')] };
}

const shapesOf = ({ shapes }: Plan, names: readonly string[]) =>
  names.map((name) => pythonValue(shapes[name] ?? [])).join(' and ');
