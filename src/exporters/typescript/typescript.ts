import { Identifiers, camelCase } from '../../compile/identifiers';
import { layerNames } from '../../compile/layerNames';
import { type Plan, type Step, runnable } from '../../compile/plan';
import { type Compact, type LayerFunction, compact } from '../../compile/repetition/functions';
import { wired } from '../../compile/wired/wired';
import { commentText } from '../../compile/commentText';
import { ownClass } from '../../compile/tfjsCall';
import { bodyText } from './model/bodyText';
import { registers } from '../../compile/repetition/variables';
import { docLines, functionText } from './model/functionText';
import { parameterTypes } from './model/parameterTypes';
import { linesOf, statementsOf } from './model/statements';
import { hasOwnActivation, ownLayersOf } from './model/typescriptLayer';
import { runtimePackage } from './projectTree';
import { formatted } from './text/formatted';
import { typescriptCall, typescriptReserved } from './text/typescriptText';

/** Stands in front of every model: what `tf.layers` leaves to a cast. */
const applied = [
  '/** What a layer makes of a value, or of several. */',
  'function apply(',
  '  x: tf.SymbolicTensor | tf.SymbolicTensor[],',
  '  layer: tf.layers.Layer,',
  '): tf.SymbolicTensor {',
  '  return layer.apply(x) as tf.SymbolicTensor;',
  '}',
];

/**
 * The plan as `src/model.ts` of an exported project: functional TensorFlow.js code that exports `createModel()`, with the
 * same layer names; what stands in it several times is a function or a loop. Never throws.
 */
export function toTypeScript(plan: Plan): string {
  const classes = ownLayerNames(plan).map(ownClass);
  const functions = new Identifiers([...typescriptReserved, ...registers, ...classes]);
  const nested = nestedModels(plan);
  const creators = new Map(
    nested.map(({ step }) => [
      step,
      functions.take(camelCase(`create_${step.name}`), camelCase(`create_${step.type}`)),
    ]),
  );
  const title = new Identifiers([]).take(plan.title.toLowerCase(), 'model');
  const models = [
    ...nested.map(({ step, plan, name }) => ({ plan, name, creator: creators.get(step)!, frozen: !step.trainable })),
    { plan, name: title, creator: 'createModel', frozen: false },
  ];
  return [
    `// ${commentText(plan.title) || 'Model'}: TensorFlow.js, exported by DeepBrick.`,
    ...(runnable(plan) ? [] : ['// The model has open problems in the editor: this code is not complete.']),
    'import * as tf from "@tensorflow/tfjs";',
    ...(hasOwnActivations(plan) ? [`import "${runtimePackage}/engine/layers/activation/activations";`] : []),
    ...importedLayers(classes),
    ...(everyStep(plan).some(({ inputs }) => inputs.length > 0) ? ['', ...applied] : []),
    ...models.flatMap((model) => modelLines(model, creators, functions, [...typescriptReserved, ...classes])),
    '',
  ].join('\n');
}

interface PrintedModel {
  readonly plan: Plan;
  readonly name: string;
  /** The function that builds it. */
  readonly creator: string;
  /** None of its layers is trained. */
  readonly frozen: boolean;
}

/** The function that builds a model, behind those that it calls. `names`: of the functions of the file. */
function modelLines(
  { plan, name, creator, frozen }: PrintedModel,
  creators: ReadonlyMap<Step, string>,
  names: Identifiers,
  taken: readonly string[],
): readonly string[] {
  const found = compact(statementsOf(plan, creators), plan.outputs, taken, linesOf);
  const { functions, statements } = inCamelCase(found, names);
  const reserved = [...taken, ...registers, ...creators.values(), ...functions.map((each) => each.name)];
  const typeOf = parameterTypes(functions, statements);
  const { lines, variables } = bodyText({
    statements,
    given: new Map(),
    results: plan.outputs,
    identifiers: new Identifiers(reserved),
  });
  const list = (ends: readonly string[]) => {
    const given = ends.map((end) => variables.get(end)!);
    return given.length === 1 ? given[0]! : `[${given.join(', ')}]`;
  };
  const model = typescriptCall('tf.model', [
    `inputs: ${list(plan.inputs)}`,
    `outputs: ${list(plan.outputs)}`,
    `name: "${name}"`,
  ]);
  // A model that is frozen as a whole leaves its layers as they are in TensorFlow.js.
  const freezing = ['  for (const layer of model.layers) {', '    layer.trainable = false;', '  }', '  return model;'];
  const whole = creator === 'createModel';
  return [
    ...functions.flatMap((each) => ['', ...functionText(each, reserved, (parameter) => typeOf(each, parameter))]),
    '',
    ...docLines(
      whole ? 'Builds the model with fresh weights.' : `Builds ${name}${frozen ? ', which stays as it is' : ''}.`,
    ),
    `${whole ? 'export ' : ''}function ${creator}(): tf.LayersModel {`,
    ...lines,
    '',
    ...(frozen ? [...formatted(`const model = ${model};`, 1), ...freezing] : formatted(`return ${model};`, 1)),
    '}',
  ];
}

/** The same with functions named as in TypeScript. */
function inCamelCase({ functions, statements }: Compact, names: Identifiers): Compact {
  const renamed = new Map(functions.map(({ name }) => [name, names.take(camelCase(name), 'block')]));
  const called = (body: Compact['statements']) =>
    body.map((each) => {
      const name = each.form === 'direct' ? renamed.get(each.callee) : undefined;
      return name === undefined ? each : { ...each, callee: name, label: name };
    });
  return {
    functions: functions.map((each): LayerFunction => ({
      ...each,
      name: renamed.get(each.name)!,
      body: called(each.body),
    })),
    statements: called(statements),
  };
}

function everyStep(plan: Plan): Step[] {
  return wired(plan.steps).flatMap((step) => (step.nested ? everyStep(step.nested) : [step]));
}

/** Models inside the model, the innermost first, with the layer name each has. */
function nestedModels(plan: Plan): { step: Step; plan: Plan; name: string }[] {
  const names = layerNames(plan.steps);
  return plan.steps.flatMap((step) => {
    const inner = step.nested;
    return inner ? [...nestedModels(inner), { step, plan: inner, name: names.get(step.name)! }] : [];
  });
}

/** Our layers that the model needs, by file name in `src/engine/layers`. */
export function ownLayerNames(plan: Plan): string[] {
  return [...new Set(everyStep(plan).flatMap((step) => (step.nested ? [] : ownLayersOf(step))))].toSorted();
}

const importedLayers = (classes: readonly string[]): readonly string[] =>
  classes.length === 0 ? [] : formatted(`import { ${classes.join(', ')} } from "${runtimePackage}/layers";`);

const hasOwnActivations = (plan: Plan) => everyStep(plan).some(hasOwnActivation);
