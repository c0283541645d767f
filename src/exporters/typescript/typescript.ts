import { Identifiers, camelCase } from '../../compile/identifiers';
import { layerNames } from '../../compile/layerNames';
import { type Plan, type Step, runnable } from '../../compile/plan';
import { isHelper, wired } from '../../compile/wired/wired';
import { commentText } from '../../compile/commentText';
import { ownClass } from '../../compile/tfjsCall';
import { runtimePackage } from './projectTree';
import { hasOwnActivation, ownLayersOf, typescriptLayer } from './typescriptLayer';
import { formatted } from './text/formatted';
import { typescriptCall, typescriptReserved, typescriptString, typescriptValue } from './typescriptText';

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
 * The plan as `src/model.ts` of an exported project: functional TensorFlow.js code that exports `createModel()`,
 * with the same layer names, and blocks as comments. Never throws.
 */
export function toTypeScript(plan: Plan): string {
  const classes = ownLayerNames(plan).map(ownClass);
  const functions = new Identifiers([...typescriptReserved, ...classes]);
  const nested = nestedModels(plan);
  const creators = new Map(
    nested.map(({ step }) => [
      step,
      functions.take(camelCase(`create_${step.name}`), camelCase(`create_${step.type}`)),
    ]),
  );
  return [
    `// ${commentText(plan.title) || 'Model'}: TensorFlow.js, exported by DeepBrick.`,
    ...(runnable(plan) ? [] : ['// The model has open problems in the editor: this code is not complete.']),
    'import * as tf from "@tensorflow/tfjs";',
    ...(hasOwnActivations(plan) ? [`import "${runtimePackage}/engine/layers/activation/activations";`] : []),
    ...importedLayers(ownLayerNames(plan).map(ownClass)),
    ...(everyStep(plan).some(({ inputs }) => inputs.length > 0) ? ['', ...applied] : []),
    ...nested.flatMap(({ step, plan, name }) => ['', ...createLines(creators.get(step)!, plan, creators, name)]),
    '',
    '/** Builds the model with fresh weights. */',
    ...createLines('export createModel', plan, creators, new Identifiers([]).take(plan.title.toLowerCase(), 'model')),
    '',
  ].join('\n');
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

function createLines(creator: string, plan: Plan, creators: ReadonlyMap<Step, string>, modelName: string): string[] {
  const steps = wired(plan.steps);
  const names = layerNames(steps);
  const classes = steps.flatMap((step) => ownLayersOf(step).map(ownClass));
  const identifiers = new Identifiers([...typescriptReserved, ...classes, ...creators.values()]);
  const variables = new Map<string, string>();
  const lines: string[] = [];
  let blocks = '';
  for (const step of steps) {
    const here = step.blocks.map(commentText).join(' / ');
    if (here !== blocks && lines.length > 0) lines.push('');
    if (here !== blocks && here !== '') lines.push(`  // ${here}`);
    blocks = here;
    const name = names.get(step.name)!;
    if (name !== step.name && !isHelper(step)) {
      lines.push(`  // ${typescriptString(step.name)} in the editor; layer names take only letters, digits and . _ -`);
    }
    const variable = identifiers.take(camelCase(step.name), step.type);
    variables.set(step.name, variable);
    const create = step.nested && {
      function: creators.get(step)!,
      as: identifiers.take(`${variable}Model`, 'nested'),
    };
    lines.push(...layerLines(step, name, variable, variables, create));
  }
  const list = (ends: readonly string[]) => {
    const given = ends.map((end) => variables.get(end)!);
    return given.length === 1 ? given[0]! : `[${given.join(', ')}]`;
  };
  const fields = [`inputs: ${list(plan.inputs)}`, `outputs: ${list(plan.outputs)}`, `name: "${modelName}"`];
  return [
    `${creator.replace(/^(export )?/, '$1function ')}(): tf.LayersModel {`,
    ...lines,
    '',
    ...formatted(`return ${typescriptCall('tf.model', fields)};`, 1),
    '}',
  ];
}

function layerLines(
  step: Step,
  name: string,
  variable: string,
  variables: ReadonlyMap<string, string>,
  create: { function: string; as: string } | undefined,
): string[] {
  const named = `name: ${typescriptString(name)}`;
  const made = (value: string) => formatted(`const ${variable} = ${value};`, 1);
  if (step.inputs.length === 0) {
    // Whole numbers come as floats, as layers of tf.layers take them; an Embedding makes them whole again.
    const { batchSize } = step.call.args;
    const [field, shape] =
      typeof batchSize === 'number' ? ['batchShape', [batchSize, ...step.shape]] : ['shape', step.shape];
    return [...made(typescriptCall('tf.input', [named, `${field}: ${typescriptValue(shape)}`]))];
  }
  const given = step.inputs.map((input) => variables.get(input)!);
  const merges = given.length > 1 || step.call.takesList;
  const x = merges ? `[${given.join(', ')}]` : given[0]!;
  if (create) {
    // A model that is frozen as a whole leaves its layers as they are in TensorFlow.js.
    const frozen = [`  for (const layer of ${create.as}.layers) {`, '    layer.trainable = false;', '  }'];
    const inner = formatted(`const ${create.as} = ${create.function}();`, 1);
    return [...inner, ...(step.trainable ? [] : frozen), ...made(`apply(${x}, ${create.as})`)];
  }
  const frozen = step.trainable || step.parameters === 0 ? [] : ['trainable: false'];
  const silent = step.call.args['activityRegularizer'] ? withoutPenalty : [];
  return [...silent, ...made(`apply(${x}, ${typescriptLayer(step, [named], frozen)})`)];
}

const withoutPenalty = [
  '  // What its outputs cost is in src/settings.ts: TensorFlow.js does not apply',
  '  // activity regularizers.',
];
