import { type AnyBrick, initialParams } from '../../brick/brick';
import { type Shape, ShapeError } from '../../brick/shape';
import { fittingLoss } from '../../compile/fittingLoss';
import type { Plan, Step } from '../../compile/plan';
import type { Fix } from '../../document/fix';
import { catalogue } from '../catalogue';
import { compatibilityOf, feedOf } from '../compatibility';
import type { DataTrouble } from '../fitting';
import { type DatasetFacts, sampleSize } from '../dataset';
import { sampleShape } from '../sampleShape';
import { targetsFor, usualLoss } from '../targets';
import { judge } from './fixesOf';
import { isPhotos } from '../../document/training/datasetIds';
import type { Judged, Mistake } from './mistake';

type Misfit = Extract<Mistake, { readonly code: 'misfit' }>;

/**
 * Where the data do not fit the model at all, so that it cannot be trained on them: every input they cannot go into, and
 * the first output they cannot judge. The ways out change the model, or take other data.
 */
export function misfitsOf(judged: Judged): readonly Misfit[] {
  const { plan, training, facts } = judged;
  if (facts === null) return [];
  const said = (where: string, trouble: DataTrouble, fixes: readonly Fix[]): Misfit => ({
    code: 'misfit',
    where,
    data: { trouble, dataset: facts.id },
    fixes: [
      ...fixes,
      ...(isPhotos(facts.id) ? [{ kind: 'photosTemplate' } as const] : []),
      ...otherData(judged, where),
    ],
  });
  const inputs = plan.inputs.flatMap((input) => {
    const feed = feedOf(plan, facts, input);
    return 'code' in feed ? [said(input, feed, inputFixes(judged, facts, feed))] : [];
  });
  if (inputs.length > 0) return inputs;
  const fit = compatibilityOf(plan, training, facts);
  return 'code' in fit && 'output' in fit ? [said(fit.output, fit, lossFixes(judged, facts, fit))] : [];
}

/** A loss that can compare the output with what the samples say: the one that its last brick asks for, where it is such a one. */
function lossFixes(judged: Judged, { target }: DatasetFacts, trouble: DataTrouble): readonly Fix[] {
  if (trouble.code !== 'lossMisfit') return [];
  const { plan } = judged;
  const units = plan.shapes[trouble.output]?.at(-1) ?? 0;
  const auto = targetsFor(fittingLoss(plan, trouble.output), units, target) !== null;
  return judge(judged, trouble.output, auto ? 'auto' : usualLoss(units, target));
}

function inputFixes(judged: Judged, facts: DatasetFacts, trouble: DataTrouble): readonly Fix[] {
  const { plan, library } = judged;
  const bricks = Object.values(library.bricks);
  switch (trouble.code) {
    case 'inputMisfit':
      return shapeFixes(judged, facts, trouble.input);
    case 'vocabularyMisfit':
      return readers(plan, trouble.input).flatMap((step) => {
        const { vocabulary = Infinity } = step.call.traits;
        if (vocabulary >= trouble.got) return [];
        const sizes = Object.entries(step.call.args).filter(([, value]) => value === vocabulary);
        return sizes.map(([param]): Fix => ({ kind: 'setParam', node: step.name, param, value: trouble.got }));
      });
    case 'wordsMisfit': {
      if (trouble.expected === 'words') return [];
      // First an input that texts go into.
      if (sampleShape(facts, plan.shapes[trouble.input] ?? []) === null)
        return shapeFixes(judged, facts, trouble.input);
      const takers = bricks.filter(
        (brick) => brick.inputs === 1 && brick.traits?.(initialParams(brick), [[1]]).vocabulary !== undefined,
      );
      // What stands behind it takes what it took before, where one leaves as many axes as there were.
      const shape = plan.shapes[trouble.input] ?? [];
      const taker = takers.find((brick) => rankBehind(brick, shape) === shape.length) ?? takers[0];
      const [reader] = readers(plan, trouble.input);
      if (taker === undefined || reader === undefined) return [];
      const port = reader.inputs.indexOf(trouble.input);
      return [{ kind: 'insert', brick: taker.type, before: reader.name, port }];
    }
    default:
      return [];
  }
}

/** How many axes leave a brick; null where it does not take this shape. */
function rankBehind(brick: AnyBrick, shape: Shape): number | null {
  try {
    return brick.shape([shape], initialParams(brick)).length;
  } catch (error) {
    if (error instanceof ShapeError) return null;
    throw error;
  }
}

const readers = ({ steps }: Plan, input: string): readonly Step[] =>
  steps.filter(({ inputs }) => inputs.includes(input));

/** The input in the data's shape; where it is an input of another kind, the one that takes them. */
function shapeFixes({ plan, library }: Judged, facts: DatasetFacts, input: string): readonly Fix[] {
  const step = plan.steps.find(({ name }) => name === input);
  const brick = step && library.bricks[step.type];
  if (step === undefined || brick === undefined) return [];
  const shape = asTaken(facts, step.shape).find((each) => takes(brick, each) && sampleShape(facts, each) !== null);
  if (shape !== undefined) return [{ kind: 'setParam', node: input, param: 'shape', value: shape }];
  const words = facts.vocabulary !== null;
  const other = Object.values(library.bricks).find(
    (each) => each.inputs === 0 && takes(each, facts.shape) && words === (dtypeOf(each) === 'int32'),
  );
  if (other === undefined) return [];
  return [{ kind: 'exchange', node: input, brick: other.type, params: { shape: facts.shape } }];
}

/** Shapes in which the data can go into an input of this shape, the nearest to it first. */
function asTaken({ kind, shape }: DatasetFacts, input: readonly (number | null)[]): readonly (readonly number[])[] {
  const [height, width, channels] = shape;
  if (kind === 'images' && input.length === 3) {
    const [own, other] = input;
    return [[own ?? height!, other ?? width!, channels!]];
  }
  return [shape, [sampleSize(shape)], ...(kind === 'images' ? [[height!, width! * channels!]] : []), [...shape, 1]];
}

const takes = ({ params }: AnyBrick, shape: readonly number[]) =>
  params['shape']?.schema.safeParse(shape).success === true;

const dtypeOf = (brick: AnyBrick) => brick.args?.(initialParams(brick), [], {})['dtype'];

/** The first of the data that every page has that fit the model; else of those that at least go into this input. */
function otherData({ plan, training, facts }: Judged, where: string): readonly Fix[] {
  const others = catalogue.filter(({ id }) => id !== facts?.id);
  const whole = others.find((each) => !('code' in compatibilityOf(plan, training, each)));
  const fed = plan.inputs.includes(where) ? others.find((each) => !('code' in feedOf(plan, each, where))) : undefined;
  const found = whole ?? fed;
  return found === undefined ? [] : [{ kind: 'setDataset', dataset: found.id }];
}
