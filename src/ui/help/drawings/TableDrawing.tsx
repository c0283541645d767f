import type { Category } from '../../../brick/brick';
import { helpWords } from '../../../i18n/help';
import { useLanguage, useWords } from '../../services';
import { countText } from '../../../i18n/numbers';
import { Arrow, Cell, Figure } from './Figure';
import styles from '../Help.module.css';
import type { DrawingProps } from './drawingProps';

const size = 16;
const tokens = [3, 0, 2] as const;

/** Embedding: numbers pick rows of a table. */
export function TableDrawing({ scene, category }: DrawingProps<'lookup'>) {
  const words = useWords(helpWords);
  const language = useLanguage();
  const rows = Math.min(scene.rows, 5);
  const columns = Math.min(scene.columns, 4);
  const picked = tokens.map((token) => Math.min(token, rows - 1));
  const height = rows * size + 18;
  const [tableAt, outAt] = [66, 186];
  return (
    <Figure category={category} height={height} caption={words.lookup}>
      {picked.map((token, index) => (
        <Cell key={index} x={0} y={(index + 1) * size} size={size} text={String(token)} />
      ))}
      <Arrow from={[size + 6, height / 2 - 4]} to={[tableAt - 22, height / 2 - 4]} />
      {Array.from({ length: rows * columns }, (_, index) => {
        const row = Math.floor(index / columns);
        const [x, y] = [tableAt + (index % columns) * size, row * size];
        return <Cell key={index} x={x} y={y} size={size} tone={picked.includes(row) ? 'lit' : 'cell'} />;
      })}
      {Array.from({ length: rows }, (_, row) => (
        <text key={row} className={`${styles.word} ${styles.end}`} x={tableAt - 6} y={row * size + 12}>
          {row}
        </text>
      ))}
      <text className={styles.word} x={tableAt} y={height - 2}>
        {countText(scene.rows, language)} × {countText(scene.columns, language)}
      </text>
      <Arrow from={[tableAt + columns * size + 8, height / 2 - 4]} to={[outAt - 8, height / 2 - 4]} />
      {picked.flatMap((token, row) =>
        Array.from({ length: columns }, (_, column) => (
          <Cell
            key={`${row} ${column}`}
            x={outAt + column * size}
            y={(row + 1) * size}
            size={size}
            tone="lit"
            text={column === 0 ? String(token) : undefined}
          />
        )),
      )}
    </Figure>
  );
}

/** Whole numbers as rows of zeros and ones, or all of a sample as one row. */
export function EncodingDrawing({ scene: { depth, mode }, category }: DrawingProps<'encoding'>) {
  const words = useWords(helpWords);
  const columns = Math.min(depth, 5);
  const given = [3, 0, 3].map((token) => Math.min(token, columns - 1));
  const counts = Array.from({ length: columns }, (_, column) => given.filter((token) => token === column).length);
  const each = given.map((token) => counts.map((_, column) => Number(column === token)));
  const rows = mode === 'one_hot' ? each : [mode === 'count' ? counts : counts.map((count) => Math.min(count, 1))];
  const outAt = 90;
  return (
    <Figure category={category} height={given.length * size + 8} caption={words.encoding}>
      {given.map((token, index) => (
        <Cell key={index} x={0} y={index * size} size={size} text={String(token)} />
      ))}
      <Arrow from={[size + 8, 1.5 * size]} to={[outAt - 10, 1.5 * size]} />
      {rows.flatMap((row, at) =>
        row.map((value, column) => (
          <Cell
            key={`${at} ${column}`}
            x={outAt + column * size}
            y={(at + (3 - rows.length) / 2) * size}
            size={size}
            tone={value === 0 ? 'cell' : 'lit'}
            text={String(value)}
          />
        )),
      )}
    </Figure>
  );
}

const sequence = [[3, 1], [4, 7], [2, 5], null, null] as const;

/** Masking: steps that hold only the mask value are crossed out. */
export function MaskedDrawing({ value, category }: { readonly value: number; readonly category: Category }) {
  const words = useWords(helpWords);
  const side = 26;
  return (
    <Figure category={category} height={2 * side} caption={words.masked(value)}>
      {sequence.map((step, index) => {
        const x = 65 + index * side;
        return (
          <g key={x}>
            {[0, 1].map((row) => (
              <Cell
                key={row}
                x={x}
                y={row * side}
                size={side}
                tone={step === null ? 'faint' : 'lit'}
                text={String(step?.[row] ?? value)}
              />
            ))}
            {step === null && <path className={styles.cross} d={`M${x + 4} 4L${x + side - 4} ${2 * side - 4}`} />}
          </g>
        );
      })}
    </Figure>
  );
}
