import { useEffect, useRef, useState } from 'react';
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
/** To the least and the greatest size. */
const ends: readonly (readonly [string, number])[] = [
  ['Home', -Infinity],
  ['End', Infinity],
];

/** Measures the part: as wide as it is shown now, however it came to be so. */
function useSize(side: ResizeEdgeProps['side'], first: number) {
  const edge = useRef<HTMLInputElement>(null);
  const [size, setSize] = useState(first);
  useEffect(() => {
    const part = edge.current!.parentElement!;
    const measure = () => {
      const { width, height } = part.getBoundingClientRect();
      setSize(Math.round(side === 'top' ? height : width));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(part);
    return () => observer.disconnect();
  }, [side]);
  return { edge, size };
}

/** The edge of a part of the page, which is dragged, or moved with the arrow keys, to make the part larger or smaller. */
export default function ResizeEdge({ label, side, least, most, onSize }: ResizeEdgeProps) {
  const { edge, size } = useSize(side, least);
  const resize = (wanted: number) => onSize(Math.round(Math.max(least, Math.min(most, wanted))));
  return (
    <input
      ref={edge}
      type="range"
      aria-label={label}
      aria-orientation={side === 'top' ? 'vertical' : 'horizontal'}
      title={label}
      className={styles.edge}
      data-side={side}
      min={least}
      max={most}
      value={size}
      onChange={({ target }) => resize(Number(target.value))}
      onKeyDown={(event) => {
        const more = new Map<string, number>([...Object.entries(keys[side]), ...ends]).get(event.key);
        if (more === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        resize(size + more);
      }}
      onPointerDown={(event) => {
        // The edge itself is dragged, no thumb along it.
        event.preventDefault();
        event.currentTarget.focus({ preventScroll: true });
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        // The pointer is where the edge goes.
        const { left, right, bottom } = event.currentTarget.parentElement!.getBoundingClientRect();
        const { clientX, clientY } = event;
        resize({ top: bottom - clientY, left: right - clientX, right: clientX - left }[side]);
      }}
    />
  );
}
