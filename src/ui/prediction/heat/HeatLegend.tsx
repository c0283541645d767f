import { predictionWords } from '../../../i18n/panels/prediction';
import { useWords } from '../../services';
import styles from './Heat.module.css';
import { heatGradient } from './heatColours';

/** In words where the map is hottest, and what its colours mean. */
export function HeatLegend({ said }: { readonly said: string }) {
  const words = useWords(predictionWords);
  return (
    <>
      <p className={styles.said} aria-live="polite">
        {said}
      </p>
      <div className={styles.legend}>
        <span>{words.heatLow}</span>
        <span className={styles.colours} style={{ background: heatGradient }} />
        <span>{words.heatHigh}</span>
      </div>
    </>
  );
}
