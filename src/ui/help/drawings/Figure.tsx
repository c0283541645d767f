import type { CSSProperties, ReactNode } from 'react';
import type { Category } from '../../../brick/brick';
import styles from '../Help.module.css';

/** Width of every drawing in its own units. */
export const figureWidth = 260;

interface FigureProps {
  readonly category: Category;
  readonly height: number;
  /** What is seen, in words, for everybody: the drawing itself is silent. */
  readonly caption: string;
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}

/** A drawing with its caption; inside, `--base` is the brick's colour. */
export function Figure({ category, height, caption, controls, children }: FigureProps) {
  return (
    <figure className={styles.figure} style={{ '--base': `var(--brick-${category})` } as CSSProperties}>
      <svg viewBox={`0 0 ${figureWidth} ${height}`} aria-hidden="true">
        {children}
      </svg>
      {controls}
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

/** An arrow from one point to another; the head is part of the path. */
export function Arrow({
  from,
  to,
}: {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}) {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const head = [-2.6, 2.6].map((turn) => {
    const [x, y] = [to[0] + 6 * Math.cos(angle + turn), to[1] + 6 * Math.sin(angle + turn)];
    return `M${x.toFixed(1)} ${y.toFixed(1)}L${to[0]} ${to[1]}`;
  });
  return <path className={styles.line} d={`M${from[0]} ${from[1]}L${to[0]} ${to[1]}${head.join('')}`} />;
}

export type Tone = 'cell' | 'padding' | 'lit' | 'litPadding' | 'faint';

interface CellProps {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly tone?: Tone;
  readonly text?: string | undefined;
}

/** One value of a tensor. */
export function Cell({ x, y, size, tone = 'cell', text }: CellProps) {
  const gap = size > 8 ? 1 : 0.5;
  const onBrick = tone === 'lit' ? styles.onBrick : '';
  return (
    <>
      <rect
        className={styles[tone]}
        x={x + gap / 2}
        y={y + gap / 2}
        width={size - gap}
        height={size - gap}
        rx={Math.min(2, size / 6)}
      />
      {text !== undefined && (
        <text
          className={`${styles.number} ${onBrick}`}
          style={{ fontSize: Math.min(11, (size * (text.length > 3 ? 2 : text.length > 2 ? 2.5 : 3.2)) / 5) }}
          x={x + size / 2}
          y={y + size / 2}
        >
          {text}
        </text>
      )}
    </>
  );
}

/** A number as short as it can stand in a cell. */
export const shortNumber = (value: number) =>
  String(Number(value.toFixed(Math.abs(value) >= 10 ? 0 : 1))).replace('-', '−');
