import type { Step } from '../../compile/plan';
import { inspectorWords } from '../../i18n/inspector';
import { useLanguage, useWords } from '../services';
import { bytesText, countText } from '../shell/numbers';
import styles from './Inspector.module.css';

/** Sums over some layers: parameters by kind, and the memory of their weights at four bytes each. */
export function Totals({ steps }: { readonly steps: readonly Step[] }) {
  const words = useWords(inspectorWords);
  const language = useLanguage();
  const parameters = steps.reduce((sum, step) => sum + step.parameters, 0);
  const trainable = steps.reduce((sum, step) => sum + step.trainableParameters, 0);
  const rows = [
    [words.layers, countText(steps.length, language)],
    [words.totalParameters, countText(parameters, language)],
    [words.trainableParameters, countText(trainable, language)],
    [words.frozenParameters, countText(parameters - trainable, language)],
    [words.memory, bytesText(4 * parameters)],
  ] as const;
  return (
    <dl className={styles.totals}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
