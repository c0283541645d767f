import type { Category } from '../../../brick/brick';
import { type Shape, shapeText } from '../../../brick/shape';
import { helpWords } from '../../../i18n/help';
import { useWords } from '../../services';
import { Cell, Figure } from './Figure';
import styles from '../Help.module.css';
import { sizeText } from '../scenes/windowText';

interface BoxDrawingProps {
  readonly shape: Shape;
  readonly category: Category;
}

const size = 16;

/** One sample as cells: a vector, a sequence of vectors, or a picture with its channels behind each other. */
export function BoxDrawing({ shape, category }: BoxDrawingProps) {
  const words = useWords(helpWords);
  const flat = shape.length < 3;
  const [rows, columns, layers] = flat ? [shape.length === 2 ? shape[0]! : 1, shape.at(-1)!, 1] : shape.slice(-3);
  const drawn = (axis: number | null | undefined, most: number) => Math.min(axis ?? most, most);
  const [tall, wide, deep] = [drawn(rows, 4), drawn(columns, flat ? 8 : 5), drawn(layers, 3)];
  const behind = (deep - 1) * 9;
  const left = 130 - (wide * size) / 2 - behind / 2;
  const top = (deep - 1) * 7 + 4;
  const height = top + tall * size + 18;
  return (
    <Figure category={category} height={height} caption={words.box(shapeText(shape))}>
      {Array.from({ length: deep }, (_, index) => deep - 1 - index).map((layer) => (
        <g key={layer} className={styles.outlined} transform={`translate(${left + layer * 9} ${top - layer * 7})`}>
          {Array.from({ length: tall * wide }, (_, index) => (
            <Cell key={index} x={(index % wide) * size} y={Math.floor(index / wide) * size} size={size} tone="lit" />
          ))}
        </g>
      ))}
      <g className={styles.word}>
        {shape.length > 1 && (
          <text className={styles.end} x={left - 6} y={top + (tall * size) / 2 + 4}>
            {sizeText(rows)}
          </text>
        )}
        <text className={styles.middle} x={left + (wide * size) / 2} y={height - 2}>
          {sizeText(columns)}
        </text>
        {!flat && (
          <text x={left + wide * size + behind + 6} y={top + (tall * size) / 2 - behind / 2}>
            {sizeText(layers)}
          </text>
        )}
      </g>
    </Figure>
  );
}
