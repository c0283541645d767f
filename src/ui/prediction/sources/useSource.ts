import { runnable } from '../../../compile/plan';
import type { DatasetKind } from '../../../data/dataset';
import { sampleShape } from '../../../data/sampleShape';
import { useEditor } from '../../services';
import { useFacts } from '../../samples/useFacts';
import type { PictureSize } from '../../../data/photos/picture';
import { pictureSize } from '../../../data/photos/pictureSize';

/** What can be given to the model: samples of the chosen dataset where they fit its inputs, else any picture. */
export type Source =
  | { readonly kind: 'images'; readonly size: PictureSize; readonly samples: boolean }
  | { readonly kind: Exclude<DatasetKind, 'images'> }
  | { readonly kind: 'none'; readonly reason: 'notRunnable' | 'needsData' };

export function useSource(): Source {
  const plan = useEditor((state) => state.plan);
  const facts = useFacts(useEditor((state) => state.document.training.dataset));
  if (!runnable(plan)) return { kind: 'none', reason: 'notRunnable' };
  const shapes = plan.inputs.map((input) => plan.shapes[input] ?? []);
  const fits = facts !== null && shapes.every((shape) => sampleShape(facts, shape) !== null);
  if (fits && facts.kind !== 'images') return { kind: facts.kind };
  const size = pictureSize(shapes[0]) ?? (fits ? pictureSize(facts.shape) : null);
  if (size === null) return { kind: 'none', reason: 'needsData' };
  return { kind: 'images', size, samples: fits };
}
