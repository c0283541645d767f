import type { Plan, WeightsFrom } from '../../compile/plan';
import { setParam, startFromFile, withoutStart } from '../../document/edits';
import { weightsFileFor } from '../../pretrained/catalogue';
import { useEditor, useServices } from '../services';
import { WeightsPrompt } from './WeightsPrompt';

interface MissingWeightsProps {
  /** As the engine names them: an id of the catalogue, or the SHA-256 of a file. */
  readonly id: string;
  readonly onReady: () => void;
}

/** Everything that starts from a file: backbones by name, the model itself without one. */
const starts = ({
  steps,
  weightsFrom,
}: Plan): readonly { readonly brick: string | null; readonly from: WeightsFrom }[] => [
  ...(weightsFrom ? [{ brick: null, from: weightsFrom }] : []),
  ...steps.flatMap(({ name, weightsFrom: from }) => (from ? [{ brick: name, from }] : [])),
];

const idOf = (from: WeightsFrom) => weightsFileFor(from)?.id ?? (from.file === '' ? from.architecture : from.file);

/** The weights that a run did not find: fetched, chosen, or done without. */
export default function MissingWeights({ id, onReady }: MissingWeightsProps) {
  const { editor, runner } = useServices();
  const plan = useEditor((state) => state.plan);
  const missing = starts(plan).filter(({ from }) => idOf(from) === id);
  const [first] = missing;
  if (first === undefined) return null;
  const goOn = () => {
    runner.dismissError();
    onReady();
  };
  /** Another file than the one that was there takes its place. */
  const startFrom = (chosen: string) => {
    for (const { brick, from } of missing) {
      if (from.source !== 'file' || from.file === chosen) continue;
      editor.edit(brick === null ? startFromFile(chosen) : setParam(brick, 'weightsFile', chosen));
    }
    goOn();
  };
  const startAtRandom = () => {
    for (const { brick } of missing) editor.edit(brick === null ? withoutStart : setParam(brick, 'weights', 'random'));
    goOn();
  };
  return <WeightsPrompt from={first.from} onReady={startFrom} onRandom={startAtRandom} />;
}
