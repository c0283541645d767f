import type { Category } from '../../../brick/brick';
import { shapeText } from '../../../brick/shape';
import { helpWords } from '../../../i18n/help';
import { useWords } from '../../services';
import { Arrow, Cell, Figure, shortNumber } from './Figure';
import { PlayerButtons } from './PlayerButtons';
import type { Scene } from '../scenes/scenes';
import { type SlidingAxis, cellValue, pooled } from '../scenes/sliding';
import { usePlayer } from './usePlayer';

interface SlidingDrawingProps {
  readonly scene: Scene & { readonly kind: 'sliding' };
  readonly category: Category;
  readonly autoplay: boolean;
}

const room = 118;
const outAt = 148;
const padded = ({ cells, before, after }: SlidingAxis) =>
  Array.from({ length: before + cells + after }, (_, index) => index - before);

/** A window that slides over a small picture, padding and holes included, and the picture that comes out. */
export function SlidingDrawing({ scene, category, autoplay }: SlidingDrawingProps) {
  const words = useWords(helpWords);
  const { rows, columns, deep, reduce } = scene;
  const player = usePlayer(rows.outputs * columns.outputs, autoplay);
  const row = Math.floor(player.index / columns.outputs);
  const column = player.index % columns.outputs;
  const [tall, wide] = [padded(rows), padded(columns)];
  const size = Math.min(20, room / Math.max(wide.length, columns.outputs), 140 / Math.max(tall.length, rows.outputs));
  const seenRows = rows.seen(row);
  const seenColumns = columns.seen(column);
  const inside = (y: number, x: number) => y >= 0 && y < rows.cells && x >= 0 && x < columns.cells;
  const tone = (y: number, x: number) => {
    const lit = seenRows.includes(y) && seenColumns.includes(x);
    if (inside(y, x)) return lit ? 'lit' : 'cell';
    return lit ? 'litPadding' : 'padding';
  };
  const counts = { rows: rows.cells, columns: columns.cells };
  const text = (y: number, x: number) => {
    const shown = reduce !== null && size >= 9 && (y < row || (y === row && x <= column));
    return shown ? shortNumber(pooled(reduce, rows.seen(y), columns.seen(x), counts)) : undefined;
  };
  const flat = rows.cells === 1 && rows.outputs === 1;
  const sizes = [
    [rows.cells, columns.cells],
    [rows.outputs, columns.outputs],
  ].map((size) => shapeText(flat ? size.slice(1) : size));
  const said = { max: words.slidingMax, average: words.slidingAverage, none: words.sliding }[reduce ?? 'none'];
  const caption = [
    said(sizes.join(' → ')),
    ...(tall.length > rows.cells || wide.length > columns.cells ? [words.dashed] : []),
    ...(deep === null ? [] : [words.slice(deep)]),
  ].join(' ');
  const height = Math.max(tall.length, rows.outputs, 2) * size;
  const middle = height / 2;
  const top = (count: number) => middle - (count * size) / 2;
  return (
    <Figure
      category={category}
      height={height}
      caption={caption}
      controls={rows.outputs * columns.outputs > 1 && <PlayerButtons player={player} />}
    >
      {tall.flatMap((y, at) =>
        wide.map((x, along) => (
          <Cell
            key={`in ${y} ${x}`}
            x={along * size}
            y={top(tall.length) + at * size}
            size={size}
            tone={tone(y, x)}
            text={reduce !== null && size >= 9 && inside(y, x) ? String(cellValue(y, x)) : undefined}
          />
        )),
      )}
      <Arrow from={[room + 6, middle]} to={[outAt - 8, middle]} />
      {Array.from({ length: rows.outputs * columns.outputs }, (_, index) => {
        const [y, x] = [Math.floor(index / columns.outputs), index % columns.outputs];
        return (
          <Cell
            key={`out ${index}`}
            x={outAt + x * size}
            y={top(rows.outputs) + y * size}
            size={size}
            tone={index === player.index ? 'lit' : 'cell'}
            text={text(y, x)}
          />
        );
      })}
    </Figure>
  );
}
