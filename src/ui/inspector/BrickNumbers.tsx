import { numbersOf } from '../../compile/numbers/numbers';
import { fieldText } from '../../compile/numbers/receptiveField';
import { costWords } from '../../i18n/costs';
import { useEditor, useLanguage, useWords } from '../services';
import { bytesText, compactText, countText } from '../../i18n/numbers';
import { type TotalRow, TotalRows } from './TotalRows';

/** What a brick costs and sees: multiply-adds, memory of weights and outputs, receptive field. */
export function BrickNumbers({ name }: { readonly name: string }) {
  const words = useWords(costWords);
  const language = useLanguage();
  const plan = useEditor((state) => state.plan);
  const batchSize = useEditor((state) => state.document.training.batchSize);
  const numbers = numbersOf(plan).get(name);
  if (!numbers) return null;
  const { multiplyAdds, activation, weights, receptiveField } = numbers;
  const field = fieldText(receptiveField, words.everything);
  const jump = Array.isArray(receptiveField) ? receptiveField.map((span) => span.jump).join('×') : '';
  const rows: readonly TotalRow[] = [
    [words.costs, multiplyAdds === null ? words.unknown : compactText(multiplyAdds), words.multiplyAddsHelp],
    [words.weights, bytesText(weights)],
    [
      words.activationOf(countText(batchSize, language)),
      activation === null ? words.unknown : bytesText(activation * batchSize),
    ],
    [words.sees, jump === '' ? field : words.jump(field, jump), words.receptiveFieldHelp],
  ];
  return (
    <>
      <h3>{words.numbers}</h3>
      <TotalRows rows={rows} />
    </>
  );
}
