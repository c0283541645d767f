import { foundYes } from '../../../../data/scores/curves/yesNo';
import { curveWords } from '../../../../i18n/results/curveWords';
import { Button } from '../../../kit/Button';
import { useWords } from '../../../services';
import { useRunClassNames } from '../useRunClassNames';
import styles from './Threshold.module.css';

interface ThresholdProps {
  readonly matrix: readonly (readonly number[])[];
  readonly threshold: number;
  readonly onThreshold: (threshold: number) => void;
}

const usual = 0.5;
const text = (value: number | null) => (value === null ? '–' : value.toFixed(3));

/** From which probability on the second of two classes is said: the matrix above follows. */
export function Threshold({ matrix, threshold, onThreshold }: ThresholdProps) {
  const words = useWords(curveWords);
  const name = useRunClassNames()(1);
  const { precision, recall, f1 } = foundYes(matrix);
  return (
    <div className={styles.threshold}>
      <label>
        <span>{words.thresholdFor(name)}</span>
        <span aria-hidden="true">{threshold.toFixed(2)}</span>
        <input
          type="range"
          min="0.01"
          max="0.99"
          step="0.01"
          value={threshold}
          aria-valuetext={threshold.toFixed(2)}
          onChange={({ target }) => onThreshold(Number(target.value))}
        />
      </label>
      <p>{words.found(name, text(precision), text(recall), text(f1))}</p>
      {threshold !== usual && (
        <p className={styles.moved}>
          <span>{words.thresholdNote}</span>
          <Button small tone="quiet" onClick={() => onThreshold(usual)}>
            {words.backToHalf}
          </Button>
        </p>
      )}
    </div>
  );
}
