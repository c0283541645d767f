import { helpWords } from '../../../i18n/help';
import { useWords } from '../../services';
import { Cell, Figure, shortNumber } from './Figure';
import styles from '../Help.module.css';
import type { DrawingProps } from './drawingProps';
import type { Grid } from '../scenes/merged';

/** Small grids and what becomes of them, computed. */
export function MergeDrawing({ scene, category }: DrawingProps<'merge'>) {
  const words = useWords(helpWords);
  const { sign, inputs, result } = scene.merged;
  const gap = sign.length > 1 ? 30 : 18;
  const widths = [...inputs, result].map((grid) => grid[0]!.length);
  const columns = widths.reduce((sum, width) => sum + width, 0);
  const size = Math.min(20, (258 - gap * inputs.length) / columns);
  const rows = Math.max(...[...inputs, result].map((grid) => grid.length));
  const height = rows * size;
  const caption = sign === '⊕' ? words.joined : sign === '·' ? words.dotted : words.merged;
  const lefts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width * size + gap, 0));
  const cells = (grid: Grid, left: number, lit: boolean) =>
    grid.flatMap((line, y) =>
      line.map((value, x) => (
        <Cell
          key={`${left} ${y} ${x}`}
          x={left + x * size}
          y={(height - grid.length * size) / 2 + y * size}
          size={size}
          tone={lit ? 'lit' : 'cell'}
          text={shortNumber(value)}
        />
      )),
    );
  return (
    <Figure category={category} height={height} caption={caption}>
      {inputs.map((grid, index) => (
        <g key={lefts[index]}>
          {cells(grid, lefts[index]!, false)}
          <text className={`${styles.word} ${styles.middle}`} x={lefts[index + 1]! - gap / 2} y={height / 2 + 4}>
            {index === inputs.length - 1 ? '=' : sign}
          </text>
        </g>
      ))}
      {cells(result, lefts.at(-1)!, true)}
    </Figure>
  );
}
