import { memoryOf, multiplyAddsOf } from '../../compile/numbers/numbers';
import type { Step } from '../../compile/plan';
import { inspectorWords } from '../../i18n/inspector';
import { costWords } from '../../i18n/costs';
import { useEditor, useLanguage, useWords } from '../services';
import { bytesText, compactText, countText } from '../../i18n/numbers';
import { type TotalRow, TotalRows } from './TotalRows';

/** Sums over some layers: parameters by kind, multiply-adds, and memory at the batch size of the training settings. */
export function Totals({ steps }: { readonly steps: readonly Step[] }) {
  const words = useWords(inspectorWords);
  const language = useLanguage();
  const parameters = steps.reduce((sum, step) => sum + step.parameters, 0);
  const trainable = steps.reduce((sum, step) => sum + step.trainableParameters, 0);
  const numbers = useWords(costWords);
  const training = useEditor((state) => state.document.training);
  const batch = countText(training.batchSize, language);
  const { predicting, training: toTrain } = memoryOf(steps, training);
  const multiplyAdds = multiplyAddsOf(steps);
  const bytes = (size: number | null) => (size === null ? numbers.unknown : bytesText(size));
  const rows: readonly TotalRow[] = [
    [words.layers, countText(steps.length, language)],
    [words.totalParameters, countText(parameters, language)],
    [words.trainableParameters, countText(trainable, language)],
    [words.frozenParameters, countText(parameters - trainable, language)],
    [words.memory, bytesText(4 * parameters)],
    [numbers.costs, multiplyAdds === null ? numbers.unknown : compactText(multiplyAdds), numbers.multiplyAddsHelp],
    [numbers.predicting(batch), bytes(predicting), numbers.predictingHelp],
    [numbers.training(batch), bytes(toTrain), numbers.trainingHelp],
  ];
  return <TotalRows rows={rows} />;
}
