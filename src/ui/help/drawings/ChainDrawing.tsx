import { helpWords } from '../../../i18n/help';
import { useWords } from '../../services';
import { Arrow, Figure } from './Figure';
import styles from '../Help.module.css';
import type { DrawingProps } from './drawingProps';

const most = 4;
const pitch = 62;
const cell = { width: 40, height: 26 };

/** The same cell at every step: inputs from below, the state from cell to cell, outputs above. */
export function ChainDrawing({ scene, category }: DrawingProps<'chain'>) {
  const words = useWords(helpWords);
  const { steps, sequences, directions, state } = scene;
  const count = Math.min(steps ?? most, most);
  const cut = steps === null || steps > most;
  const height = 62 + directions.length * 44;
  const both = directions.length > 1;
  const caption = [
    both ? words.chainBoth : words.chain,
    ...(!both && directions[0] === 'backward' ? [words.chainBackward] : []),
    sequences ? words.chainSequences : words.chainLast,
  ].join(' ');
  const name = (index: number) => (cut && index === count - 1 ? (steps ?? 't') : index + 1);
  const columns = Array.from({ length: count }, (_, index) => ({ index, x: 16 + index * pitch }));
  const last = (direction: string) => (direction === 'forward' ? count - 1 : 0);
  return (
    <Figure category={category} height={height} caption={caption}>
      {columns.map(({ index, x }) => (
        <g key={x}>
          <text className={`${styles.word} ${styles.middle}`} x={x + cell.width / 2} y={height - 2}>
            {words.input} {name(index)}
          </text>
          <Arrow from={[x + cell.width / 2, height - 14]} to={[x + cell.width / 2, height - 26]} />
        </g>
      ))}
      {directions.map((direction, row) => {
        const y = 22 + row * 44 + 12;
        return columns.map(({ index, x }) => {
          const ends = index === last(direction);
          const beside = direction === 'forward' ? x + cell.width : x;
          const away = direction === 'forward' ? pitch - cell.width : cell.width - pitch;
          return (
            <g key={`${direction} ${x}`}>
              <rect className={styles.frame} x={x} y={y} width={cell.width} height={cell.height} rx={5} />
              <text className={`${styles.number} ${styles.onBrick}`} x={x + cell.width / 2} y={y + cell.height / 2}>
                {state}
              </text>
              {!ends && <Arrow from={[beside, y + cell.height / 2]} to={[beside + away, y + cell.height / 2]} />}
              {row === 1 && (sequences || ends) && <path className={styles.line} d={`M${x} ${y + 6}h-6`} />}
              {(sequences || ends) && (
                <Arrow
                  from={[x + (row === 0 ? 10 : -6), y + (row === 0 ? 0 : 6)]}
                  to={[x + (row === 0 ? 10 : -6), 20]}
                />
              )}
            </g>
          );
        });
      })}
      <text className={`${styles.word} ${styles.middle}`} x={figureMiddle(count)} y={12}>
        {words.output}
      </text>
    </Figure>
  );
}

const figureMiddle = (count: number) => 16 + ((count - 1) * pitch + cell.width) / 2;
