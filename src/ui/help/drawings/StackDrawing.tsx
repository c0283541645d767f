import { shapeText } from '../../../brick/shape';
import { helpWords } from '../../../i18n/help';
import { useWords } from '../../services';
import { Figure } from './Figure';
import styles from '../Help.module.css';
import type { DrawingProps } from './drawingProps';

const line = 20;

/** The model inside a brick: one box for every size, wide where pictures are large. */
export function StackDrawing({ scene, category }: DrawingProps<'stack'>) {
  const words = useWords(helpWords);
  const { layers } = scene;
  const height = layers.length * line;
  return (
    <Figure category={category} height={height} caption={words.stack}>
      {layers.map(({ name, shape }, index) => {
        const y = height - (index + 1) * line;
        const width = 26 + 70 * (1 - index / Math.max(1, layers.length));
        return (
          <g key={name}>
            <rect className={styles.frame} x={48 - width / 2} y={y + 1} width={width} height={line - 3} rx={3} />
            <text className={styles.word} x={106} y={y + 13}>
              {name.length > 16 ? `${name.slice(0, 15)}…` : name}
            </text>
            <text className={`${styles.word} ${styles.end}`} x={258} y={y + 13}>
              {shapeText(shape)}
            </text>
          </g>
        );
      })}
    </Figure>
  );
}
