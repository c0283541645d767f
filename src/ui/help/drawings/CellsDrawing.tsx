import { helpWords } from '../../../i18n/help';
import { useWords } from '../../services';
import { Arrow, Cell, Figure, type Tone } from './Figure';
import type { DrawingProps } from './drawingProps';
import { placeOf } from '../scenes/moves';

const outAt = 142;
const room = 112;

/** Where a value stands: rows and columns of the last axes; further axes are blocks beside and behind each other. */
function layout(shape: readonly number[]) {
  const wide = shape.length === 1 && shape[0]! > 12 ? 6 : null;
  const [columns, rows, blocks] = [shape.at(-1) ?? 1, shape.at(-2) ?? 1, shape.at(-3) ?? 1];
  const across = wide ?? columns;
  const down = wide === null ? rows * blocks + (blocks - 1) * 0.4 : Math.ceil(columns / wide);
  const at = (index: number): readonly [number, number] => {
    if (wide !== null) return [index % wide, Math.floor(index / wide)];
    const place = placeOf(index, shape);
    return [place.at(-1) ?? 0, (place.at(-2) ?? 0) + (place.at(-3) ?? 0) * (rows + 0.4)];
  };
  return { across, down, at };
}

/** Numbered values that only change their places, with new zeros or values that are cut off. */
export function CellsDrawing({ scene, category }: DrawingProps<'cells'>) {
  const words = useWords(helpWords);
  const { from, to, source } = scene.moves;
  const [left, right] = [layout(from), layout(to)];
  const size = Math.min(20, room / Math.max(left.across, right.across), 150 / Math.max(left.down, right.down));
  const height = Math.max(left.down, right.down) * size;
  const top = (down: number) => (height - down * size) / 2;
  const kept = new Set(source.filter((index) => index !== null));
  const values = from.reduce((all, each) => all * each, 1);
  const fresh = source.includes(null);
  const twice = kept.size < source.filter((index) => index !== null).length;
  const caption = fresh ? words.newCells : twice ? words.repeated : kept.size < values ? words.goneCells : words.cells;
  const cell = (key: string, x: number, y: number, tone: Tone, value: number | null) => (
    <Cell key={key} x={x} y={y} size={size} tone={tone} text={value === null ? '0' : String(value + 1)} />
  );
  return (
    <Figure category={category} height={height} caption={caption}>
      {Array.from({ length: values }, (_, index) => {
        const [x, y] = left.at(index);
        return cell(`in ${index}`, x * size, top(left.down) + y * size, kept.has(index) ? 'lit' : 'faint', index);
      })}
      <Arrow from={[room + 6, height / 2]} to={[outAt - 6, height / 2]} />
      {source.map((index, at) => {
        const [x, y] = right.at(at);
        const key = `out ${at}`;
        return cell(key, outAt + x * size, top(right.down) + y * size, index === null ? 'padding' : 'lit', index);
      })}
    </Figure>
  );
}
