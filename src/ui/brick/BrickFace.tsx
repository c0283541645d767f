import { thinHeight } from '../../layout/geometry';
import styles from './BrickArt.module.css';
import type { BrickLook } from './brickLook';
import { type Fitted, fitFacts, fitName, squeezed, textWidth } from './fitText';

const nameSize = 13;
const factSize = 11;
/** Name at half the size of the canvas and below. */
const farSize = 22;
/** How much wider bold type runs. */
const bold = 1.05;
const inset = 10;

/** Name and facts on the front face. */
export function BrickFace(look: BrickLook & { name: string }) {
  const { name, facts = [], note = '', lines = [], width, height, frozen, spine, state } = look;
  const left = spine ? inset + 8 : inset;
  const marked = frozen || state === 'broken';
  const thin = height <= thinHeight;
  const whole = width - left - 8 - (marked ? 18 : 0);
  // A tall brick has the number beside its name: what follows needs its line whole. Where the name would be squeezed
  // much, the number goes beside what is short enough.
  const beside = textWidth(note, factSize) + 8;
  const tight = textWidth(name, nameSize * bold) / (whole - beside);
  const short = textWidth(facts[0] ?? '', factSize) <= whole - beside;
  const aside = lines.length > 0 && tight <= (short ? 1.15 : 1.4) ? beside : 0;
  const room = whole - aside;
  const first = thin ? -height / 2 + 4.5 : -height + 17;
  const squeeze = aside > 0 && tight > 1;
  const title = squeeze ? name : fitName(name, nameSize * bold, room);
  const taken = thin ? textWidth(title, nameSize * bold) + 12 : note && aside === 0 ? textWidth(note, factSize) + 6 : 0;
  const fact = fitFacts(facts, factSize, (thin ? room : width - left - 8) - taken);
  const second = thin ? first : first + 15.5;
  return (
    <g className={lines.length > 0 ? `${styles.face} ${styles.tall}` : styles.face}>
      <text className={styles.name} x={left} y={first} {...(squeeze ? lengthOf({ text: title, length: room }) : {})}>
        {title}
      </text>
      <text
        className={styles.farName}
        x={left - 2}
        y={-height / 2 + farSize * 0.36}
        style={{ fontSize: thin ? farSize - 3 : farSize }}
      >
        {fitName(name, farSize * bold, width - left - 4)}
      </text>
      <text
        className={thin ? styles.note : styles.fact}
        x={thin ? width - 9 - (marked ? 16 : 0) : left}
        y={second}
        {...lengthOf(fact)}
      >
        {fact.text}
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
  const fitted = squeezed(line, factSize, room);
  return (
    <text className={styles.fact} x={x} y={y} {...lengthOf(fitted)}>
      {fitted.text}
    </text>
  );
}

const lengthOf = ({ length }: Fitted) =>
  length === undefined ? {} : ({ textLength: length, lengthAdjust: 'spacingAndGlyphs' } as const);

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
