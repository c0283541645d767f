import type { Subject } from '../subject';
import { helpWords } from '../../../i18n/help';
import { useWords } from '../../services';
import { Arrow, Cell, Figure, shortNumber } from './Figure';
import styles from '../Help.module.css';
import { dropped, noised } from '../scenes/noise';

const size = 26;
const [rows, columns] = [3, 4];
const outAt = 152;

const values = [1, 0.5, 2, 1.5, 0.8, 1.2, 1, 2, 1.6, 0.4, 1, 0.9] as const;

/** Values before and after a layer that disturbs them while training, computed with fixed draws. */
export function NoiseDrawing({ subject }: { readonly subject: Subject }) {
  const words = useWords(helpWords);
  const { brick, params } = subject;
  const { drawing } = brick;
  return (
    <Figure category={brick.category} height={rows * size} caption={`${words.noise} ${words.noNoise}`}>
      {values.map((value, index) => {
        const [x, y] = [(index % columns) * size, Math.floor(index / columns) * size];
        const gone = dropped(drawing, params, index, index % columns);
        const after = noised(drawing, params, value, index, index % columns);
        const left = outAt + x;
        return (
          <g key={`${x} ${y}`}>
            <Cell x={x} y={y} size={size} text={shortNumber(value)} />
            <Cell
              x={left}
              y={y}
              size={size}
              tone={gone ? 'faint' : 'lit'}
              text={gone && after === 0 ? undefined : shortNumber(after)}
            />
            {gone && (
              <path
                className={styles.cross}
                d={`M${left + 3} ${y + 3}l${size - 6} ${size - 6}m0 ${6 - size}l${6 - size} ${size - 6}`}
              />
            )}
          </g>
        );
      })}
      <Arrow from={[columns * size + 10, (rows * size) / 2]} to={[outAt - 10, (rows * size) / 2]} />
    </Figure>
  );
}
