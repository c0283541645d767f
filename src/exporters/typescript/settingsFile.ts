import { resolvedLosses } from '../../compile/fittingLoss';
import type { Argument } from '../../brick/call';
import type { NamedArgument } from '../../brick/namedArgument';
import { layerNames } from '../../compile/layerNames';
import { type Plan, type Step, preprocessingFor } from '../../compile/plan';
import { takesDrawings } from '../../data/photos/drawings/takesDrawings';
import type { Document } from '../../document/document';
import { toldSettings } from '../../document/training/trainingChoices';
import { fineTuned } from './photoProject';
import { runtimePackage } from './projectTree';
import { formatted } from './text/formatted';
import { typescriptKey, typescriptNumber, typescriptString } from './text/typescriptText';

/** How the document says the model is trained, as plain data: what the project's runtime takes. */
export function settingsOf(plan: Plan, training: Document['training']) {
  const { augmentation, classWeight, batchSize, epochs, validationSplit, shuffle, seed } = training;
  const { cachedVariants, ...changes } = augmentation;
  return {
    outputs: resolvedLosses(plan, training).map(({ loss, lossSettings, weight, metrics }) => ({
      loss,
      ...(Object.keys(lossSettings).length > 0 && { lossSettings }),
      weight,
      metrics,
    })),
    optimizer: { name: training.optimizer.name, settings: toldSettings(training.optimizer) },
    learningRateSchedule: training.learningRateSchedule,
    classWeight,
    batchSize,
    epochs,
    validationSplit,
    shuffle,
    seed,
    preprocessing: preprocessingFor(plan, training.preprocessing),
    interpolation: training.interpolation,
    drawings: takesDrawings(1, training.dataset),
    augmentation: changes,
    variants: training.featureCache === 'auto' ? cachedVariants : null,
    fineTuned: fineTuned(plan),
    earlyStopping: training.earlyStopping,
    activityRegularizers: activityRegularizers(plan),
    editorNames: editorNames(plan),
  };
}

/** `src/settings.ts` of an exported project. */
export function settingsFile(plan: Plan, training: Document['training']): string {
  return [
    ...formatted(`import type { Settings } from "${runtimePackage}/settings";`),
    '',
    '/** How the model is trained, as set in the editor. */',
    ...formatted(`export const settings: Settings = ${literal(settingsOf(plan, training))};`),
    '',
  ].join('\n');
}

/** Every layer with its path of layer names, and of names in the editor. */
function placed(plan: Plan, path = '', own = ''): readonly { step: Step; path: string; own: string }[] {
  const names = layerNames(plan.steps);
  return plan.steps.flatMap((step) => {
    const here = { step, path: `${path}${names.get(step.name)}`, own: `${own}${step.name}` };
    return step.nested ? [here, ...placed(step.nested, `${here.path}/`, `${here.own}/`)] : [here];
  });
}

const isRegularizer = (value: Argument | undefined): value is NamedArgument =>
  typeof value === 'object' && value !== null && 'role' in value && value.role === 'regularizer';

/** What outputs of layers cost, by the layer's path: L1 and L2. */
function activityRegularizers(plan: Plan) {
  const costs = placed(plan).flatMap(({ step, path }) => {
    const given = step.call.args['activityRegularizer'];
    if (!isRegularizer(given)) return [];
    const { l1 = 0, l2 = 0 } = given.settings;
    return [[path, { l1: Number(l1), l2: Number(l2) }] as const];
  });
  return Object.fromEntries(costs);
}

/** Layers that the editor calls otherwise, by their path in the project. */
const editorNames = (plan: Plan) =>
  Object.fromEntries(
    placed(plan)
      .filter(({ step, path }) => path.split('/').at(-1) !== step.name)
      .map(({ step, path }) => [path, step.name]),
  );

/** A value of plain numbers, texts, lists and objects as TypeScript. */
function literal(value: unknown): string {
  if (typeof value === 'string') return typescriptString(value);
  if (typeof value === 'number') return typescriptNumber(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  const fields = Object.entries(value).map(([key, of]) => `${typescriptKey(key)}: ${literal(of)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}
