import { fixedBatch, stateful } from '../../../compile/stateful';
import { stepsPerEpoch } from '../../../data/batches';
import { useFacts } from '../../samples/useFacts';
import { useEditor } from '../../services';

/** Steps of an epoch; null where the data are not here. */
export function useSteps(): number | null {
  const plan = useEditor((state) => state.plan);
  const { dataset, batchSize, validationSplit } = useEditor((state) => state.document.training);
  const facts = useFacts(dataset);
  if (facts === null) return null;
  const size = fixedBatch(plan) ?? batchSize;
  return Math.max(1, stepsPerEpoch(facts, { validationSplit, batchSize: size, stateful: stateful(plan) }));
}
