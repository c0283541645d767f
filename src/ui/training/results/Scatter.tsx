import { trainingWords } from '../../../i18n/panels/training';
import { useWords } from '../../services';
import styles from './Scatter.module.css';
import { numberText } from '../../samples/answerText';

const side = 240;
const margin = 14;

/** What is right across, what the model says up: a model without fault lies on the diagonal. */
export function Scatter({ points }: { readonly points: readonly (readonly [number, number])[] }) {
  const words = useWords(trainingWords);
  const all = points.flat().filter((value) => Number.isFinite(value));
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const place = (value: number) => margin + ((value - low) / Math.max(high - low, 1e-9)) * (side - 2 * margin);
  return (
    <figure className={styles.scatter}>
      <svg viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
        <line x1={margin} y1={side - margin} x2={side - margin} y2={margin} className={styles.ideal} />
        {points.map(([right, said], index) => (
          <circle key={index} cx={place(right)} cy={side - place(said)} r="2" className={styles.point} />
        ))}
        <text x={margin} y={side - 2}>
          {numberText(low)}
        </text>
        <text x={side - margin} y={side - 2} textAnchor="end">
          {numberText(high)}
        </text>
      </svg>
      <figcaption>{words.scatter}</figcaption>
    </figure>
  );
}
