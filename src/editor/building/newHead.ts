import type { Plan } from '../../compile/plan';
import type { DatasetFacts } from '../../data/dataset';
import type { Document, Edit } from '../../document/document';
import { architectureIn } from '../../document/library';
import { setParam, startFrom, trunkOf, trunkStart } from '../../document/edits';
import { type Head, swapHead } from '../../document/edits/head';
import type { Library } from '../../document/template';
import { type LossKind, type LossName, lossRecord, losses } from '../../document/training/losses';
import type { TrunkTraining } from '../../document/transferAdvice';
import type { Towers } from '../../layout/towers';

/** Losses of shares of this kind, the usual one first. */
const sharesOf = (kind: LossKind, usual: LossName): readonly LossName[] => [
  usual,
  ...losses.filter((loss) => loss !== usual && lossRecord(loss).kind === kind && lossRecord(loss).values !== undefined),
];

const binaryLosses: readonly LossName[] = [...sharesOf('yesNo', 'binaryCrossentropy'), 'meanSquaredError'];
const classLosses = sharesOf('oneOfSeveral', 'sparseCategoricalCrossentropy');

export type NewHead = Head & { readonly trains: TrunkTraining };

/** The dataset where it is one of pictures that this model takes; null else. */
export function pictureData(data: DatasetFacts | null, plan: Plan): DatasetFacts | null {
  // The digits that every document begins with say nothing about a model for photos.
  const input = plan.shapes[plan.inputs[0] ?? ''];
  return data?.kind === 'images' && input?.at(-1) === data.shape.at(-1) ? data : null;
}

/** The head that is offered first, with as many classes as the data have. */
export function firstHead(data: DatasetFacts | null): NewHead {
  const classes = data?.target.kind === 'classes' ? data.target.classes : 2;
  return { reduce: 'flatten', units: 512, dropout: 0.5, classes: classes === 2 ? 1 : classes, trains: 'none' };
}

/** The losses that fit the head, and the one it has: what was chosen, where that is among them. */
export function lossOf({ classes, loss }: Head): { readonly loss: LossName; readonly losses: readonly LossName[] } {
  const offered = classes === 1 ? binaryLosses : classLosses;
  return { loss: loss !== undefined && offered.includes(loss) ? loss : offered[0]!, losses: offered };
}

/** What stays below a new head. */
export interface Trunk {
  /** Its last brick; null where the model has no part that could stay. */
  readonly name: string | null;
  /** Lets it start from its published weights besides; null where it has a start, or none are published. */
  readonly pretrained: ((swap: Edit) => Edit) | null;
}

export function trunkFor(document: Document, plan: Plan, library: Library): Trunk {
  const name = trunkOf(document, library, plan.shapes);
  const input = plan.shapes[plan.inputs[0] ?? ''];
  if (name === null || input === undefined) return { name, pretrained: null };
  const start = trunkStart(document, name, input, library);
  if (start !== null) return { name, pretrained: (swap) => (before) => swap(startFrom(start)(before)) };
  const backbone = plan.steps.find((step) => step.name === name && step.nested !== undefined);
  const source = architectureIn(library, backbone?.call.args['architecture'])?.architecture.source;
  if (source === undefined || backbone?.weightsFrom) return { name, pretrained: null };
  return { name, pretrained: (swap) => (before) => setParam(name, 'weights', source)(swap(before)) };
}

interface Parts {
  readonly plan: Plan;
  readonly towers: Towers;
  readonly library: Library;
}

/** Puts the head on, with a loss that fits; `pretrained`: what is below starts from its published weights. */
export function headEdit(head: NewHead, trunk: Trunk, pretrained: boolean, { plan, towers, library }: Parts): Edit {
  const swap = swapHead({ ...head, loss: lossOf(head).loss }, library, plan.shapes, towers);
  return pretrained && trunk.pretrained !== null ? trunk.pretrained(swap) : swap;
}
