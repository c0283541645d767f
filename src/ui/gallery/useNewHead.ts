import { useMemo, useState } from 'react';
import { publishedSource } from '../../brick/layers/backboneWeights';
import { compile } from '../../compile/compile';
import { type Head, setParam, startFrom, swapHead, trunkOf, trunkStart } from '../../document/edits';
import type { Document } from '../../document/document';
import type { LossName } from '../../document/training';
import type { TrunkTraining } from '../../document/transferAdvice';
import { useEditor, useServices } from '../services';
import { useFacts } from '../samples/useFacts';

const binaryLosses = ['binaryCrossentropy', 'meanSquaredError'] as const;
const classLosses = ['sparseCategoricalCrossentropy', 'categoricalCrossentropy', 'kullbackLeiblerDivergence'] as const;

export type NewHead = Head & { readonly trains: TrunkTraining };

/** The head that is being made: its settings, the edit that puts it on, and the plan that this gives. */
export function useNewHead() {
  const { library } = useServices();
  const document = useEditor((state) => state.document);
  const plan = useEditor((state) => state.plan);
  const towers = useEditor((state) => state.towers);
  const data = useFacts(document.training.dataset);
  const input = plan.shapes[plan.inputs[0] ?? ''];
  // The digits that every document begins with say nothing about a model for photos.
  const fits = data?.kind === 'images' && input?.at(-1) === data.shape.at(-1);
  const found = fits && data.target.kind === 'classes' ? data.target.classes : null;
  const [head, setHead] = useState<NewHead>(() => ({
    reduce: 'flatten',
    units: 512,
    dropout: 0.5,
    classes: found === null || found === 2 ? 1 : found,
    trains: 'none',
  }));
  const [pretrained, setPretrained] = useState(true);
  const trunk = trunkOf(document, library, plan.shapes);
  const backbone = plan.steps.find(({ name, nested }) => name === trunk && nested !== undefined);
  const untrained = backbone && !backbone.weightsFrom ? backbone : undefined;
  const laidOut = useMemo(
    () => (trunk === null || !input ? null : trunkStart(document, trunk, input, library)),
    [document, trunk, input, library],
  );
  const losses: readonly [LossName, ...LossName[]] = head.classes === 1 ? binaryLosses : classLosses;
  const loss = head.loss !== undefined && losses.includes(head.loss) ? head.loss : losses[0];
  const edit = useMemo(() => {
    const swap = swapHead({ ...head, loss }, library, plan.shapes, towers);
    if (!pretrained) return swap;
    if (laidOut) return (before: Document) => swap(startFrom(laidOut)(before));
    if (!untrained) return swap;
    const start = publishedSource(String(untrained.call.args['architecture']));
    return (before: Document) => setParam(untrained.name, 'weights', start)(swap(before));
  }, [head, loss, library, plan, towers, untrained, laidOut, pretrained]);
  const after = useMemo(() => compile(edit(document), library), [edit, document, library]);
  return {
    head,
    setHead,
    trunk,
    edit,
    after,
    loss,
    losses,
    /** Null where the chosen dataset is not for this model. */
    dataset: fits ? data : null,
    /** A backbone, or an architecture in bricks, at random can start from pretrained weights instead. */
    start: untrained || laidOut ? { pretrained, setPretrained } : null,
  };
}
