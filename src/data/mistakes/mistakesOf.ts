import { type OutputLoss, resolvedLosses } from '../../compile/fittingLoss';
import { outputEnd, outputSize, valueTraits } from './outputEnd';
import { type Plan, type Step, preprocessingFor, runnable } from '../../compile/plan';
import { lossRecord } from '../../document/training/losses';
import { unscaledFrom } from '../unscaledFrom';
import { activate, enlarge, judge, normalise, resize } from './fixesOf';
import { activationBounds, isOneOfSeveral, wantedActivation } from './lossActivations';
import { misfitsOf } from './misfits';
import { isPhotos } from '../../document/training/datasetIds';
import { forPhotos, photosAsked } from './photoMistakes';
import { wantsPhotos } from './wantsPhotos';
import type { Fix } from '../../document/fix';
import type { Judged, Mistake } from './mistake';

/** Optimizers whose steps grow with the loss. */
const steep: readonly string[] = ['sgd', 'momentum'];

/**
 * Data that do not fit, then what is probably not meant in a model that can be trained all the same: the outputs with
 * their losses, then sizes of values.
 */
export function mistakesOf(judged: Judged): readonly Mistake[] {
  const { plan, training } = judged;
  if (!runnable(plan)) return [];
  const heads = resolvedLosses(plan, training).map((head) => ({
    output: head.output,
    mistakes: [...unitsMistake(judged, head), ...endMistake(judged, head)],
  }));
  const silent = (where: string) => heads.every(({ output, mistakes }) => output !== where || mistakes.length === 0);
  return [
    ...photosAsked(judged),
    // An output that has its mistake already is not told of twice.
    ...misfitsOf(judged).filter(({ where }) => silent(where)),
    ...heads.flatMap(({ mistakes }) => mistakes),
    ...plan.inputs.flatMap((input) => inputMistakes(judged, input)),
  ];
}

function unitsMistake(judged: Judged, { output, loss }: OutputLoss): readonly Mistake[] {
  const { plan, facts } = judged;
  const shape = plan.shapes[output] ?? [];
  const [units] = shape;
  if (facts === null || shape.length !== 1 || typeof units !== 'number') return [];
  const { target } = facts;
  const expected = target.kind === 'classes' ? target.classes : target.units;
  if (units === expected || (target.kind === 'classes' && expected === 2 && units === 1)) return [];
  const size = outputSize(plan, output);
  const resized = size === null ? [] : [resize(size, expected)];
  // A class less than there are ends the model's run; those that none of the samples has do no harm but mislead.
  if (target.kind === 'numbers' && isOneOfSeveral(loss)) return [];
  if (wantsPhotos(plan, facts)) {
    const fixes: readonly Fix[] = [{ kind: 'bringPhotos' }, ...resized];
    return [{ code: 'photosWanted', where: output, data: { units, dataset: facts.id }, fixes }];
  }
  return [
    {
      code: 'units',
      where: size?.step.name ?? output,
      data: { units, expected, kind: target.kind },
      fixes: isPhotos(facts.id) ? forPhotos(judged, resized) : resized,
    },
  ];
}

/** The first of what is wrong with an output's activation. */
function endMistake(judged: Judged, { output, loss }: OutputLoss): readonly Mistake[] {
  const { plan, facts, training } = judged;
  const end = outputEnd(plan, output);
  const units = plan.shapes[output]?.at(-1);
  if (end === null || units == null) return [];
  const { activation } = end;
  const where = end.step.name;
  const classes = facts?.target.kind === 'classes';
  const last = end.step.shape.at(-1);
  if (activation === 'softmax' && last === 1) {
    const wanted = facts?.target.kind === 'numbers' ? 'linear' : 'sigmoid';
    const fixes =
      end.set !== null
        ? activate(judged, output, end, wanted)
        : end.step.weights.length === 0
          ? [{ kind: 'remove', node: where } as const]
          : [];
    return [{ code: 'softmaxOfOne', where, data: {}, fixes }];
  }
  if (units === 1 && isOneOfSeveral(loss)) {
    return [{ code: 'lossOfOne', where: output, data: { loss }, fixes: judge(judged, output, 'binaryCrossentropy') }];
  }
  const wanted = wantedActivation(loss, activation);
  if (wanted !== null && facts?.target.kind === 'numbers' && lossRecord(loss).kind !== 'numbers') {
    // The data are numbers: not the activation is wrong but the loss.
    return [
      { code: 'activationOfLoss', where, data: { loss, activation, wanted }, fixes: judge(judged, output, 'auto') },
    ];
  }
  if (wanted !== null) {
    const other = activation === 'sigmoid' && lossRecord(loss).kind !== 'yesNo' && units === 1;
    const fixes = [
      ...activate(judged, output, end, wanted),
      ...(other ? judge(judged, output, 'binaryCrossentropy') : []),
    ];
    return [{ code: 'activationOfLoss', where, data: { loss, activation, wanted }, fixes }];
  }
  const largest = facts?.largest?.targets;
  if (classes || largest === undefined) return [];
  const bound = activationBounds[activation];
  if (bound !== undefined && largest > bound) {
    return [
      {
        code: 'boundedOutput',
        where,
        data: { activation, bound, largest },
        fixes: activate(judged, output, end, 'linear'),
      },
    ];
  }
  if (largest <= unscaledFrom || lossRecord(loss).scale !== undefined) return [];
  const fixes = steep.includes(training.optimizer.name)
    ? [{ kind: 'setOptimizer', name: 'adam' } as const]
    : enlarge(judged, output, largest);
  return [{ code: 'unscaledTargets', where: output, data: { largest }, fixes }];
}

function inputMistakes(judged: Judged, input: string): readonly Mistake[] {
  const { plan, facts, training } = judged;
  if (facts === null) return [];
  const wire = unscaledWire(plan, input);
  if (wire === null) return [];
  const largest = facts.largest?.inputs;
  if (largest !== undefined && largest > unscaledFrom) {
    const fixes = normalise(judged, wire.step.name, wire.port, wire.step.inputShapes[wire.port]!);
    return [{ code: 'unscaledInputs', where: input, data: { largest }, fixes }];
  }
  const raw = facts.kind === 'images' && preprocessingFor(plan, training.preprocessing) === 'none';
  if (!raw) return [];
  return [
    { code: 'unscaledPictures', where: input, data: {}, fixes: [{ kind: 'setPreprocessing', preprocessing: 'scale' }] },
  ];
}

/** The first brick that takes an input's values as they are, and learns from them; null where all are scaled before. */
function unscaledWire(
  { steps }: Pick<Plan, 'steps'>,
  input: string,
): { readonly step: Step; readonly port: number } | null {
  for (const step of steps) {
    const port = step.inputs.indexOf(input);
    if (port < 0) continue;
    const traits = valueTraits(step);
    // A pretrained model brings its own preparation; words are no sizes.
    if (traits.scales || traits.vocabulary !== undefined || step.nested) continue;
    if (!traits.passesValues && traits.range !== 'kept') return { step, port };
    const behind = unscaledWire({ steps }, step.name);
    if (behind !== null) return behind;
  }
  return null;
}
