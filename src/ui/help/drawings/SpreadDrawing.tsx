import type { Category } from '../../../brick/brick';
import { shapeText } from '../../../brick/shape';
import { helpWords } from '../../../i18n/help';
import { useWords } from '../../services';
import { Arrow, Cell, Figure } from './Figure';
import { PlayerButtons } from './PlayerButtons';
import type { Scene } from '../scenes/scenes';
import { usePlayer } from './usePlayer';

interface SpreadDrawingProps {
  readonly scene: Scene & { readonly kind: 'spreading' };
  readonly category: Category;
  readonly autoplay: boolean;
  /** Transposed convolution paints with a kernel; upsampling repeats values, or blends them. */
  readonly manner: 'spreading' | 'repeating' | 'blending';
}

const outAt = 112;

/** Every input cell paints a window of the output. */
export function SpreadDrawing({ scene, category, autoplay, manner }: SpreadDrawingProps) {
  const words = useWords(helpWords);
  const { rows, columns, deep } = scene;
  const player = usePlayer(rows.cells * columns.cells, autoplay);
  const [row, column] = [Math.floor(player.index / columns.cells), player.index % columns.cells];
  const size = Math.min(20, 148 / columns.outputs, 148 / rows.outputs);
  const [painted, along] = [rows.painted(row), columns.painted(column)];
  const height = Math.max(rows.outputs, rows.cells, 2) * size;
  const top = (count: number) => (height - count * size) / 2;
  const flat = rows.cells === 1 && rows.outputs === 1;
  const sizes = [
    [rows.cells, columns.cells],
    [rows.outputs, columns.outputs],
  ].map((size) => shapeText(flat ? size.slice(1) : size));
  const caption = [words[manner](sizes.join(' → ')), ...(deep === null ? [] : [words.slice(deep)])].join(' ');
  return (
    <Figure category={category} height={height} caption={caption} controls={<PlayerButtons player={player} />}>
      {Array.from({ length: rows.cells * columns.cells }, (_, index) => (
        <Cell
          key={`in ${index}`}
          x={(index % columns.cells) * size}
          y={top(rows.cells) + Math.floor(index / columns.cells) * size}
          size={size}
          tone={index === player.index ? 'lit' : 'cell'}
        />
      ))}
      <Arrow from={[columns.cells * size + 8, height / 2]} to={[outAt - 8, height / 2]} />
      {Array.from({ length: rows.outputs * columns.outputs }, (_, index) => {
        const [y, x] = [Math.floor(index / columns.outputs), index % columns.outputs];
        return (
          <Cell
            key={`out ${index}`}
            x={outAt + x * size}
            y={top(rows.outputs) + y * size}
            size={size}
            tone={painted.includes(y) && along.includes(x) ? 'lit' : 'cell'}
          />
        );
      })}
    </Figure>
  );
}
