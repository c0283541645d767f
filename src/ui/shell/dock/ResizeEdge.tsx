import styles from './ResizeEdge.module.css';

interface ResizeEdgeProps {
  /** What it makes wider or higher, and how. */
  readonly label: string;
  /** The side of the part on which it lies. */
  readonly side: 'top' | 'left' | 'right';
  /** Pixels between which the part may measure. */
  readonly least: number;
  readonly most: number;
  readonly onSize: (size: number) => void;
}

const step = 24;
const keys = {
  top: { ArrowUp: step, ArrowDown: -step },
  left: { ArrowLeft: step, ArrowRight: -step },
  right: { ArrowLeft: -step, ArrowRight: step },
} as const;

/** The edge of a part of the page, which is dragged, or moved with the arrow keys, to make the part larger or smaller. */
export default function ResizeEdge({ label, side, least, most, onSize }: ResizeEdgeProps) {
  const resize = (wanted: number) => onSize(Math.round(Math.max(least, Math.min(most, wanted))));
  const part = (edge: Element) => edge.parentElement!.getBoundingClientRect();
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={styles.edge}
      data-side={side}
      onKeyDown={(event) => {
        const more = new Map<string, number>(Object.entries(keys[side])).get(event.key);
        if (more === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        const { width, height } = part(event.currentTarget);
        resize((side === 'top' ? height : width) + more);
      }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        // The pointer is where the edge goes.
        const { left, right, bottom } = part(event.currentTarget);
        const { clientX, clientY } = event;
        resize({ top: bottom - clientY, left: right - clientX, right: clientX - left }[side]);
      }}
    />
  );
}
