import { trainingWords } from '../../../i18n/panels/training';
import { useWords } from '../../services';
import { percentText } from '../../../i18n/numbers';
import { useShownTheme } from '../../kit/useShownTheme';
import { HeatMap } from './HeatMap';
import styles from './Confusion.module.css';
import { mostConfused } from './mostConfused';
import { useRunClassNames } from './useRunClassNames';

interface MostConfusedProps {
  readonly matrix: readonly (readonly number[])[];
  readonly perClass: readonly (number | null)[];
}

/** Many classes: the matrix as a picture, and its largest mistakes in words. */
export function MostConfused({ matrix, perClass }: MostConfusedProps) {
  const words = useWords(trainingWords);
  const theme = useShownTheme();
  const named = useRunClassNames();
  const worst = perClass
    .map((share, label) => ({ share, label }))
    .filter(({ share }) => share !== null)
    .toSorted((a, b) => a.share! - b.share!)
    .slice(0, 5);
  return (
    <>
      <HeatMap key={theme} matrix={matrix} label={words.confusion} />
      <table className={styles.confused}>
        <caption>{words.mostConfused}</caption>
        <thead>
          <tr>
            <th scope="col">{words.actual}</th>
            <th scope="col">{words.predicted}</th>
            <th scope="col">{words.times}</th>
          </tr>
        </thead>
        <tbody>
          {mostConfused(matrix).map(({ actual, predicted, count }) => (
            <tr key={`${actual} ${predicted}`}>
              <td>{named(actual)}</td>
              <td>{named(predicted)}</td>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        {words.worstClasses}: {worst.map(({ label, share }) => `${named(label)} ${percentText(share)}`).join(', ')}
      </p>
    </>
  );
}
