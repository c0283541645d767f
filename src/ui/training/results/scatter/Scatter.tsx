import { type MouseEvent, useState } from 'react';
import type { KeptAnswers } from '../../../../data/scores/keptAnswers';
import { trainingWords } from '../../../../i18n/panels/training';
import { resultSampleWords } from '../../../../i18n/results/resultSamples';
import { type LoadPart, Part } from '../../../kit/Part';
import { numberText } from '../../../samples/answerText';
import { useWords } from '../../../services';
import styles from './Scatter.module.css';
import type PointSample from '../samples/PointSample';
import { nearestPoint, pointsOf } from './scatterPoints';

interface ScatterProps {
  readonly points: readonly (readonly [number, number])[];
  /** What was said about single samples; without them a point has nothing to open. */
  readonly answers: KeptAnswers | undefined;
}

const side = 240;
const margin = 18;
/** As far from a point as a finger may be. */
const reach = 14;

const pointSample: LoadPart<Parameters<typeof PointSample>[0]> = () => import('../samples/PointSample');

/** What is right across, what the model says up: a model without fault lies on the diagonal. A point opens its sample. */
export function Scatter({ points: older, answers }: ScatterProps) {
  const words = useWords(trainingWords);
  const more = useWords(resultSampleWords);
  const [open, setOpen] = useState<number | null>(null);
  const points = answers === undefined ? older.map(([right, said]) => ({ right, said, place: -1 })) : pointsOf(answers);
  const all = points.flatMap(({ right, said }) => [right, said]).filter(Number.isFinite);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const place = (value: number) => margin + ((value - low) / Math.max(high - low, 1e-9)) * (side - 2 * margin);
  const at = points.map((point) => ({ ...point, x: place(point.right), y: side - place(point.said) }));
  const press = ({ currentTarget, clientX, clientY }: MouseEvent<SVGSVGElement>) => {
    const box = currentTarget.getBoundingClientRect();
    const scale = side / box.width;
    const near = nearestPoint(at, [(clientX - box.left) * scale, (clientY - box.top) * scale], reach * scale);
    setOpen(near?.place ?? null);
  };
  return (
    <figure className={styles.scatter}>
      <svg
        viewBox={`0 0 ${side} ${side}`}
        aria-hidden="true"
        {...(answers && { onClick: press, className: styles.pressed })}
      >
        <line x1={margin} y1={side - margin} x2={side - margin} y2={margin} className={styles.ideal} />
        {at.map(({ x, y, place: own }, index) => (
          <circle
            key={index}
            cx={x}
            cy={y}
            r={own >= 0 && own === open ? 4 : 2}
            className={own >= 0 && own === open ? styles.open : styles.point}
          />
        ))}
        <text x={margin} y={side - 4}>
          {numberText(low)}
        </text>
        <text x={side - margin} y={side - 4} textAnchor="end">
          {numberText(high)}
        </text>
        <text x={side / 2} y={side - 4} textAnchor="middle">
          {more.trueAxis}
        </text>
        <text x={12} y={side / 2} textAnchor="middle" transform={`rotate(-90 12 ${side / 2})`}>
          {more.saidAxis}
        </text>
      </svg>
      <figcaption>
        {words.scatter} {answers && more.scatterPress}
      </figcaption>
      {answers && open !== null && <Part load={pointSample} props={{ answers, place: open }} />}
    </figure>
  );
}
