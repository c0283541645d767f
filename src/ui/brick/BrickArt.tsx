import { type CSSProperties, memo } from 'react';
import { depth, studHeight, thinHeight } from '../../layout/geometry';
import type { BrickLook } from './brickLook';
import { fitFacts, fitText, squeezed, textWidth } from './fitText';
import { studPaths, studPlaces } from './studs';
import styles from './BrickArt.module.css';

const nameSize = 13;
const factSize = 11;
/** Name at half the size of the canvas and below. */
const farSize = 22;
/** How much wider bold type runs. */
const bold = 1.05;
const inset = 10;

/** One brick as SVG shapes; the origin is the lower left corner of its front face. */
export const BrickShape = memo(function BrickShape(look: BrickLook) {
  const { category, width, height, studs, state, frozen, selected } = look;
  const places = studPaths(studPlaces(studs, width));
  const outline = `M0 0V${-height}l${depth.x} ${-depth.y}h${width}v${height}L${width} 0z`;
  const classes = [styles.brick, frozen && styles.frozen, state && styles[state], category === 'data' && styles.glass];
  return (
    <g className={classes.filter(Boolean).join(' ')} style={{ '--base': `var(--brick-${category})` } as CSSProperties}>
      {selected && <path className={styles.halo} d={outline} />}
      <path className={styles.side} d={`M${width} 0V${-height}l${depth.x} ${-depth.y}v${height}z`} />
      <path className={styles.top} d={`M0 ${-height}l${depth.x} ${-depth.y}h${width}l${-depth.x} ${depth.y}z`} />
      <g transform={`translate(0 ${-height})`} className={styles.studs}>
        <path className={styles.cylinder} d={places.cylinders} />
        <path className={styles.rim} d={places.tops} />
        <path className={styles.light} d={places.lights} />
      </g>
      <path className={styles.front} d={`M0 0V${-height}h${width}V0z`} />
      <path className={styles.edge} d={`M0.5 ${0.8 - height}H${width - 0.5}`} />
      {look.spine && <Spine spine={look.spine} height={height} />}
      {look.name !== undefined && <Face {...look} name={look.name} />}
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

/** Name and facts on the front face. */
function Face(look: BrickLook & { name: string }) {
  const { name, facts = [], note = '', lines = [], width, height, frozen, spine, state } = look;
  const left = spine ? inset + 8 : inset;
  const marked = frozen || state === 'broken';
  const thin = height <= thinHeight;
  // A tall brick has room for the number beside its name, and needs the lines below whole.
  const aside = lines.length > 0 ? textWidth(note, factSize) + 8 : 0;
  const room = width - left - 8 - (marked ? 18 : 0) - aside;
  const first = thin ? -height / 2 + 4.5 : -height + 17;
  const title = fitText(name, nameSize * bold, room);
  const taken = thin ? textWidth(title, nameSize * bold) + 12 : note && aside === 0 ? textWidth(note, factSize) + 6 : 0;
  const fact = fitFacts(facts, factSize, (thin ? room : width - left - 8) - taken);
  const second = thin ? first : first + 15.5;
  return (
    <g className={lines.length > 0 ? `${styles.face} ${styles.tall}` : styles.face}>
      <text className={styles.name} x={left} y={first}>
        {title}
      </text>
      <text
        className={styles.farName}
        x={left - 2}
        y={-height / 2 + farSize * 0.36}
        style={{ fontSize: thin ? farSize - 3 : farSize }}
      >
        {fitText(name, farSize * bold, width - left - 4)}
      </text>
      <text className={thin ? styles.note : styles.fact} x={thin ? width - 9 - (marked ? 16 : 0) : left} y={second}>
        {fact}
      </text>
      {!thin && note && (
        <text className={styles.note} x={width - 9 - (aside && marked ? 15 : 0)} y={aside ? first : second}>
          {note}
        </text>
      )}
      {lines.map((line, index) => (
        <Line key={`${index} ${line}`} line={line} x={left} y={second + 14.5 * (index + 1)} room={width - left - 7} />
      ))}
      {marked && <Mark broken={state === 'broken'} x={width - 14} y={first - 4.5} />}
    </g>
  );
}

interface LineProps {
  readonly line: string;
  readonly x: number;
  readonly y: number;
  readonly room: number;
}

function Line({ line, x, y, room }: LineProps) {
  const { text, length } = squeezed(line, factSize, room);
  const squeeze = length === undefined ? {} : ({ textLength: length, lengthAdjust: 'spacingAndGlyphs' } as const);
  return (
    <text className={styles.fact} x={x} y={y} {...squeeze}>
      {text}
    </text>
  );
}

/** State that is not said by colour alone: a snowflake for frozen, an exclamation mark for broken. */
function Mark({ broken, x, y }: { readonly broken: boolean; readonly x: number; readonly y: number }) {
  if (!broken) return <path className={styles.snow} transform={`translate(${x} ${y})`} d={snowflake} />;
  return (
    <g className={styles.badge} transform={`translate(${x} ${y})`}>
      <circle r={7.5} />
      <path d="M0 -3.6V0.6M0 3.6v0" />
    </g>
  );
}

const snowflake = [0, 60, 120]
  .map((degrees) => {
    const along = (distance: number, turn: number) => {
      const angle = ((degrees + turn) * Math.PI) / 180;
      return `${(Math.sin(angle) * distance).toFixed(2)} ${(Math.cos(angle) * distance).toFixed(2)}`;
    };
    const arm = (side: number) => `M${along(5.8, side + 19)}L${along(3.9, side)}L${along(5.8, side - 19)}`;
    return `M${along(6.2, 0)}L${along(6.2, 180)}${arm(0)}${arm(180)}`;
  })
  .join('');

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
