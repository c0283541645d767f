import type { Edit } from '../../document/document';
import { atRandom, fromOtherFile, startsFrom } from '../../editor/building/missingStarts';
import { useEditor, useServices } from '../services';
import { WeightsPrompt } from './WeightsPrompt';

interface MissingWeightsProps {
  /** As the engine names them: an id of the catalogue, or the SHA-256 of a file. */
  readonly id: string;
  readonly onReady: () => void;
}

/** The weights that a run did not find: fetched, chosen, or done without. */
export default function MissingWeights({ id, onReady }: MissingWeightsProps) {
  const { editor, runner } = useServices();
  const plan = useEditor((state) => state.plan);
  const missing = startsFrom(plan, id);
  const [first] = missing;
  if (first === undefined) return null;
  const goOn = (edit: Edit) => {
    editor.edit(edit);
    runner.dismissError();
    onReady();
  };
  return (
    <WeightsPrompt
      from={first.from}
      onReady={(chosen) => goOn(fromOtherFile(missing, chosen))}
      onRandom={() => goOn(atRandom(missing))}
    />
  );
}
