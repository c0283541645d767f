import { type Ref, memo } from 'react';
import styles from './BoxesDrawing.module.css';
import type { Box, BoxesPicture } from './boxesOf';

interface BoxesDrawingProps {
  readonly picture: BoxesPicture;
  /** Accessible name. */
  readonly title: string;
  readonly shapes: boolean;
  readonly ref: Ref<SVGSVGElement>;
}

/** The model as the usual figure of a paper: boxes as wide as their channels, as tall as their pictures. */
export const BoxesDrawing = memo(function BoxesDrawing({ picture, title, shapes, ref }: BoxesDrawingProps) {
  const { x, y, width, height, boxes, arrows } = picture;
  const named = { role: 'img', 'aria-label': title } as const;
  return (
    <svg ref={ref} {...named} className={styles.drawing} viewBox={`${x} ${y} ${width} ${height}`}>
      {arrows.map(({ path }) => (
        <path key={path} className={styles.arrow} d={path} />
      ))}
      {boxes.map((box) => (
        <g key={box.name} transform={`translate(${box.x} ${box.y})`} data-frozen={box.frozen} style={faceOf(box)}>
          <BoxFaces {...box} />
          <g transform={`translate(${box.width / 2} ${box.height + 13}) rotate(38)`}>
            <text className={styles.name}>{box.name}</text>
            {shapes && (
              <text className={styles.shape} y={13}>
                {box.shape}
              </text>
            )}
          </g>
        </g>
      ))}
    </svg>
  );
});

const faceOf = ({ category }: Box) => ({ '--base': `var(--brick-${category})` }) as Record<string, string>;

function BoxFaces({ width, height, lean }: Box) {
  return (
    <>
      <path className={styles.top} d={`M 0 0 l ${lean} ${-lean} h ${width} l ${-lean} ${lean} z`} />
      <path className={styles.side} d={`M ${width} 0 l ${lean} ${-lean} v ${height} l ${-lean} ${lean} z`} />
      <rect className={styles.front} width={width} height={height} />
    </>
  );
}
