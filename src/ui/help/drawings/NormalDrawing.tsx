import type { AnyBrick, Category } from '../../../brick/brick';
import { helpWords } from '../../../i18n/help';
import { useWords } from '../../services';
import { Figure } from './Figure';
import styles from '../Help.module.css';
import { groupsOf, normalized, rootMeanSquared, unitLong } from '../scenes/normalized';

interface NormalDrawingProps {
  readonly drawing: AnyBrick['drawing'];
  readonly epsilon: number;
  readonly category: Category;
}

const line = 24;
const top = 16;
const [left, right, width] = [62, 168, 90];

/** Dots on a scale: the values of each group before, and with mean 0 and variance 1 after. */
export function NormalDrawing({ drawing, epsilon, category }: NormalDrawingProps) {
  const words = useWords(helpWords);
  const groups = groupsOf(drawing);
  const batch = drawing === 'batchNormalization' || drawing === 'normalization';
  const manners = {
    normalization: { caption: words.normalData, of: normalized },
    batchNormalization: { caption: words.normalBatch, of: normalized },
    groupNormalization: { caption: words.normalGroup, of: normalized },
    unitNormalization: { caption: words.normalUnit, of: unitLong },
    rmsNormalization: { caption: words.normalRms, of: rootMeanSquared },
    layerNormalization: { caption: words.normalLayer, of: normalized },
  };
  const { caption, of } = manners[drawing as keyof typeof manners];
  const height = top + groups.length * line + 16;
  const dots = (values: readonly number[], from: number, reach: number, y: number, lit: boolean) =>
    values.map((value) => (
      <circle
        key={value}
        className={lit ? styles.frame : styles.dot}
        cx={from + width / 2 + (value / reach) * (width / 2)}
        cy={y}
        r={3.6}
      />
    ));
  return (
    <Figure category={category} height={height} caption={caption}>
      {[left, right].map((from, side) => (
        <g key={from}>
          <text className={`${styles.word} ${styles.middle}`} x={from + width / 2} y={10}>
            {side === 0 ? words.before : words.after}
          </text>
          <path className={styles.thin} d={`M${from + width / 2} ${top}V${height - 14}`} />
          <g className={`${styles.word} ${styles.middle}`}>
            <text x={from + 6} y={height - 2}>
              {side === 0 ? '−9' : '−2'}
            </text>
            <text x={from + width / 2} y={height - 2}>
              0
            </text>
            <text x={from + width - 6} y={height - 2}>
              {side === 0 ? '9' : '2'}
            </text>
          </g>
        </g>
      ))}
      {groups.map((values, index) => {
        const y = top + (index + 0.5) * line;
        return (
          <g key={values.join()}>
            <text className={styles.word} x={0} y={y + 4}>
              {(batch ? words.channel : words.sample)(index + 1)}
            </text>
            <path className={styles.thin} d={`M${left} ${y}h${width}M${right} ${y}h${width}`} />
            {dots(values, left, 9, y, false)}
            {dots(of(values, epsilon), right, 2, y, true)}
          </g>
        );
      })}
    </Figure>
  );
}
