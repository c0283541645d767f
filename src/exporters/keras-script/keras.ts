import type { Document } from '../../document/document';
import { Identifiers } from '../../compile/identifiers';
import { backboneArguments, kerasArguments } from '../keras/kerasArguments';
import { frozenLines } from '../keras/kerasFrozen';
import { maskNameLines } from '../keras/kerasMaskNames';
import { layerNames } from '../../compile/layerNames';
import { compileLines, trainingImports } from './kerasTraining';
import { transferScript } from './kerasTransfer';
import { type Plan, type Step, runnable } from '../../compile/plan';
import { commentText } from '../../compile/commentText';
import { pythonCall, pythonReserved, pythonString, pythonValue } from '../keras/pythonText';

/**
 * The plan as a readable Keras 3 functional script with the same layer names; never throws.
 * With `training` the script also compiles the model as the document says; one with pretrained weights trains on photos.
 */
export function toKeras(plan: Plan, training?: Document['training']): string {
  const creators = creatorsOf(plan);
  const compile = training && runnable(plan) ? compileLines(plan, training) : [];
  const transfer = training ? transferScript(plan, training) : null;
  return [
    `# ${commentText(plan.title) || 'Model'}: Keras 3, exported by DeepBrick.`,
    ...(runnable(plan) ? [] : ['# The model has open problems in the editor: this script is not complete.']),
    ...(transfer?.imports ?? []),
    ...(compile.length > 0 ? trainingImports(training!) : []),
    'import keras',
    'from keras import layers',
    '',
    ...(transfer?.definitions.slice(0, -1) ?? []),
    '',
    ...[...creators].flatMap(([step, creator]) => [
      `def ${creator}(name):`,
      ...modelLines(step.nested!, creators, 'name'),
      '',
      '',
    ]),
    'def build_model():',
    ...modelLines(plan, creators),
    ...compile,
    '',
    '',
    'if __name__ == "__main__":',
    '    model = build_model()',
    ...(transfer?.main ?? [...(compile.length > 0 ? ['    compile_model(model)'] : []), '    model.summary()']),
    '',
  ].join('\n');
}

/** Functions that build the backbones which `keras.applications` does not have. */
function creatorsOf({ steps }: Plan): ReadonlyMap<Step, string> {
  const identifiers = new Identifiers([...pythonReserved, 'build_model']);
  const own = steps.filter(({ nested, call }) => nested && call.keras === 'Functional');
  return new Map(own.map((step) => [step, identifiers.take(`build_${step.name}`, 'build_backbone')]));
}

/** Body of a function that builds and returns the model; `named`: the expression of its name. */
function modelLines(plan: Plan, creators: ReadonlyMap<Step, string>, named?: string): string[] {
  const names = layerNames(plan.steps);
  const identifiers = new Identifiers([...pythonReserved, ...creators.values(), ...(named ? [named] : [])]);
  const variables = new Map<string, string>();
  const lines = maskNameLines(plan);
  let blocks = '';
  for (const step of plan.steps) {
    const here = step.blocks.map(commentText).join(' / ');
    if (here !== blocks && (lines.at(-1) ?? '') !== '') lines.push('');
    if (here !== blocks && here !== '') lines.push(`    # ${here}`);
    blocks = here;
    const name = names.get(step.name)!;
    if (name !== step.name) {
      lines.push(`    # ${pythonString(step.name)} in the editor; layer names take only letters, digits and . _ -`);
    }
    const variable = identifiers.take(step.name, step.type);
    variables.set(step.name, variable);
    lines.push(`    ${variable} = ${layerCall(step, name, variables, creators, variable.length + 3)}`);
  }
  const list = (ends: readonly string[]) => {
    const given = ends.map((end) => variables.get(end)!);
    return given.length === 1 ? given[0]! : `[${given.join(', ')}]`;
  };
  const title = identifiers.take(plan.title.toLowerCase(), 'model');
  const model = [
    `inputs=${list(plan.inputs)}`,
    `outputs=${list(plan.outputs)}`,
    `name=${named ?? pythonString(title)}`,
  ];
  lines.push('', `    model = ${pythonCall('keras.Model', model)}`, ...frozenLines(plan, names), '    return model');
  return lines;
}

function layerCall(
  step: Step,
  name: string,
  variables: ReadonlyMap<string, string>,
  creators: ReadonlyMap<Step, string>,
  lead: number,
): string {
  const named = `name=${pythonString(name)}`;
  const call = (callee: string, args: readonly string[], tail = '') =>
    pythonCall(callee, [...args, named], tail, '    ', lead);
  if (step.inputs.length === 0) {
    const { dtype, batchSize } = step.call.kerasArgs;
    const type = typeof dtype === 'string' && dtype !== 'float32' ? [`dtype=${pythonValue(dtype)}`] : [];
    const fixed = typeof batchSize === 'number';
    const shape = fixed ? `batch_shape=${pythonValue([batchSize, ...step.shape])}` : `shape=${pythonValue(step.shape)}`;
    return call('keras.Input', [shape, ...type]);
  }
  const given = step.inputs.map((input) => variables.get(input)!);
  const tail = given.length === 1 && !step.call.takesList ? `(${given[0]})` : `([${given.join(', ')}])`;
  const creator = creators.get(step);
  if (creator) return call(creator, [], tail);
  if (step.nested) return call(`keras.applications.${step.call.keras}`, backboneArguments(step, name), tail);
  return call(`layers.${step.call.keras}`, kerasArguments(step.call), tail);
}
