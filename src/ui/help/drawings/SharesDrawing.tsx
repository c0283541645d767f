import { helpWords } from '../../../i18n/help';
import { useWords } from '../../services';
import { Arrow, Figure } from './Figure';
import styles from '../Help.module.css';
import { sharesOf } from '../scenes/curves';
import type { DrawingProps } from './drawingProps';

const height = 116;
const base = 84;
const values = [1.2, 0.4, 2.6, -0.8] as const;

/** Softmax: four values and the shares they get. */
export function SharesDrawing({ scene, category }: DrawingProps<'shares'>) {
  const words = useWords(helpWords);
  const shares = sharesOf(scene.share, values);
  const bars = (left: number, heights: readonly number[], lit: boolean) => {
    const most = Math.max(...heights.map(Math.abs));
    const signed = heights.some((value) => value < 0);
    const zero = signed && heights.every((value) => value <= 0) ? 12 : base - (signed ? 22 : 0);
    return heights.map((value, index) => {
      const length = (Math.abs(value) / most) * (signed ? 48 : 66);
      const x = left + index * 27;
      return (
        <g key={values[index]}>
          <rect
            className={lit ? styles.frame : styles.cell}
            x={x}
            y={value < 0 ? zero : zero - length}
            width={20}
            height={Math.max(1, length)}
            rx={2}
          />
          <text className={`${styles.word} ${styles.middle}`} x={x + 10} y={height - 4}>
            {value.toFixed(lit ? 2 : 1).replace('-', '−')}
          </text>
        </g>
      );
    });
  };
  return (
    <Figure category={category} height={height} caption={scene.share === 'softmax' ? words.softmax : words.logSoftmax}>
      {bars(0, values, false)}
      <Arrow from={[114, 50]} to={[140, 50]} />
      {bars(154, shares, true)}
    </Figure>
  );
}
