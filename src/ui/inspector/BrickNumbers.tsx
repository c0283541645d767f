import { useMemo } from 'react';
import { numbersOf } from '../../compile/numbers';
import { fieldText } from '../../compile/receptiveField';
import { summaryWords } from '../../i18n/summary';
import { useEditor, useLanguage, useWords } from '../services';
import { bytesText, compactText, countText } from '../shell/numbers';
import styles from './Inspector.module.css';

/** What a brick costs and sees: multiply-adds, memory of weights and outputs, receptive field. */
export function BrickNumbers({ name }: { readonly name: string }) {
  const words = useWords(summaryWords);
  const language = useLanguage();
  const plan = useEditor((state) => state.plan);
  const batchSize = useEditor((state) => state.document.training.batchSize);
  const numbers = useMemo(() => numbersOf(plan), [plan]).get(name);
  if (!numbers) return null;
  const { multiplyAdds, activation, weights, receptiveField } = numbers;
  const field = fieldText(receptiveField, words.everything);
  const jump = Array.isArray(receptiveField) ? receptiveField.map((span) => span.jump).join('×') : '';
  const rows = [
    [words.costs, multiplyAdds === null ? words.unknown : compactText(multiplyAdds), words.multiplyAddsHelp],
    [words.weights, bytesText(weights), undefined],
    [
      words.activationOf(countText(batchSize, language)),
      activation === null ? words.unknown : bytesText(activation * batchSize),
      undefined,
    ],
    [words.sees, jump === '' ? field : words.jump(field, jump), words.receptiveFieldHelp],
  ] as const;
  return (
    <>
      <h3>{words.numbers}</h3>
      <dl className={styles.totals}>
        {rows.map(([label, value, help]) => (
          <div key={label} title={help}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
