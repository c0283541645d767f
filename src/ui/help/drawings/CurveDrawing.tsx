import { helpWords } from '../../../i18n/help';
import { useWords } from '../../services';
import { Figure, figureWidth, shortNumber } from './Figure';
import styles from '../Help.module.css';
import type { DrawingProps } from './drawingProps';

const height = 124;
const pad = 16;
const points = 121;

/** The function itself, with its axes. */
export function CurveDrawing({ scene, category }: DrawingProps<'curve'>) {
  const words = useWords(helpWords);
  const { curve, domain } = scene;
  const [low, high] = domain;
  const xs = Array.from({ length: points }, (_, index) => low + ((high - low) * index) / (points - 1));
  const ys = xs.map((x) => curve.at(x));
  const bottom = Math.max(Math.min(...ys, 0), -4);
  const top = Math.min(Math.max(...ys, bottom + 0.5), low < 0 ? 4 : Infinity);
  const across = (x: number) => pad + ((x - low) / (high - low)) * (figureWidth - 2 * pad);
  const down = (y: number) => height - pad - ((y - bottom) / (top - bottom)) * (height - 2 * pad);
  const inside = xs
    .map((x, index) => [x, ys[index]!] as const)
    .filter(([, y]) => y <= top + 0.01 && y >= bottom - 0.01);
  const path = inside
    .map(([x, y], index) => {
      // A gap in the function, as thresholds make it, is not bridged.
      const jump = index > 0 && Math.abs(y - inside[index - 1]![1]) > (top - bottom) / 6;
      return `${index === 0 || jump ? 'M' : 'L'}${across(x).toFixed(1)} ${down(y).toFixed(1)}`;
    })
    .join('');
  const zero = low < 0 ? 0 : low;
  return (
    <Figure category={category} height={height} caption={words.curve(curve.text)}>
      <path
        className={styles.thin}
        d={`M${pad} ${down(0)}H${figureWidth - pad}M${across(zero)} ${pad - 8}V${height - pad + 8}`}
      />
      <path className={styles.strong} d={path} />
      <g className={styles.word}>
        <text x={pad - 8} y={Math.min(down(0) + 12, height - 2)}>
          {shortNumber(low)}
        </text>
        <text className={styles.end} x={figureWidth - pad + 8} y={Math.min(down(0) + 12, height - 2)}>
          {shortNumber(high)}
        </text>
        <text x={across(zero) + 4} y={down(top) + 2}>
          {shortNumber(top)}
        </text>
        {bottom < 0 && (
          <text x={across(zero) + 4} y={down(bottom) + 10}>
            {shortNumber(bottom)}
          </text>
        )}
      </g>
    </Figure>
  );
}
