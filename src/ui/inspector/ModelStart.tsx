import { useEditor } from '../services';
import { Actions } from './Actions';
import { TotalRows } from './TotalRows';
import { useStartRows } from './useStartRows';

/** Where the weights of the model's own layers start, and what else they could start from. */
export function ModelStart() {
  const plan = useEditor((state) => state.plan);
  const rows = useStartRows(plan);
  return (
    <>
      {plan.weightsFrom && <TotalRows rows={rows} wrapped />}
      <Actions ids={['startPublished', 'startRandom']} />
    </>
  );
}
