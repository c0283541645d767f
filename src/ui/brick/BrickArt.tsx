import { type CSSProperties, memo } from 'react';
import { depth, studHeight } from '../../layout/geometry';
import { BrickFace } from './BrickFace';
import type { BrickLook } from './brickLook';
import { studPaths, studPlaces } from './studs';
import styles from './BrickArt.module.css';

/** One brick as SVG shapes; the origin is the lower left corner of its front face. */
export const BrickShape = memo(function BrickShape(look: BrickLook) {
  const { category, width, height, studs, state, frozen, selected } = look;
  const places = studPaths(studPlaces(studs, width, height));
  const outline = `M0 0V${-height}l${depth.x} ${-depth.y}h${width}v${height}L${width} 0z`;
  const classes = [styles.brick, frozen && styles.frozen, state && styles[state], category === 'data' && styles.glass];
  return (
    <g className={classes.filter(Boolean).join(' ')} style={{ '--base': `var(--brick-${category})` } as CSSProperties}>
      {selected && <path className={styles.halo} d={outline} />}
      <path className={styles.side} d={`M${width} 0V${-height}l${depth.x} ${-depth.y}v${height}z`} />
      <path className={styles.top} d={`M0 ${-height}l${depth.x} ${-depth.y}h${width}l${-depth.x} ${depth.y}z`} />
      <path className={styles.cylinder} d={places.cylinders} />
      <path className={styles.rim} d={places.tops} />
      <path className={styles.light} d={places.lights} />
      <path className={styles.front} d={`M0 0V${-height}h${width}V0z`} />
      <path className={styles.edge} d={`M0.5 ${0.8 - height}H${width - 0.5}`} />
      {look.spine && <Spine spine={look.spine} height={height} />}
      {look.name !== undefined && <BrickFace {...look} name={look.name} />}
      {selected && (
        <path
          className={styles.ring}
          d={`M1 -1V${1 - height}H${width}l${depth.x - 1} ${-depth.y}v${height - 1}L${width} -1z`}
        />
      )}
      {state === 'broken' && <path className={styles.alarm} d={outline} />}
    </g>
  );
});

function Spine({ spine, height }: { readonly spine: BrickLook['spine'] & object; readonly height: number }) {
  const part = (height - 12) / spine.length;
  return (
    <g className={styles.spine}>
      {spine.map((category, index) => (
        <rect
          key={`${index} ${category}`}
          x={6}
          y={-6 - part * (index + 1)}
          width={6}
          height={Math.max(1, part - (part > 3 ? 1 : 0))}
          style={{ fill: `var(--brick-${category})` }}
        />
      ))}
    </g>
  );
}

/** A brick as a picture of its own. With `title` it is an image with that name, otherwise decoration. */
export function BrickArt({ title, scale = 1, ...look }: BrickLook & { title?: string; scale?: number }) {
  const pad = 4;
  const width = look.width + depth.x + 2 * pad;
  const height = look.height + depth.y + studHeight + 2 * pad;
  const box = `${-pad} ${-(look.height + depth.y + studHeight + pad)} ${width} ${height}`;
  const named =
    title === undefined ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': title } as const);
  return (
    <svg {...named} className={styles.picture} viewBox={box} width={width * scale} height={height * scale}>
      <BrickShape {...look} />
    </svg>
  );
}
