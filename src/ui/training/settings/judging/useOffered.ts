import { lossesFor } from '../../../../data/targets';
import type { LossName } from '../../../../document/training/losses';
import { useEditor } from '../../../services';
import { useFacts } from '../../../samples/useFacts';

/** The losses that can compare an output with what its samples say; all where no samples are known. */
export function useOffered(output: string | undefined): readonly LossName[] {
  const units = useEditor(({ plan }) => plan.shapes[output ?? '']?.at(-1) ?? null);
  const dataset = useEditor((state) => state.document.training.dataset);
  return lossesFor(units, useFacts(dataset)?.target ?? null);
}
