import type { ConnectionLineComponentProps } from 'reactflow';
import styles from './WireEdge.module.css';
import type { CanvasNode } from '../flowNodes';

/** The wire that is being drawn, from the middle of its handle to the pointer. */
export function LinkLine({ fromX, fromY, toX, toY }: ConnectionLineComponentProps<CanvasNode>) {
  const pull = Math.max(24, Math.min(90, Math.abs(toX - fromX) / 2));
  return (
    <g className={styles.wire} data-selected="true">
      <path
        className={styles.line}
        d={`M${fromX} ${fromY}C${fromX + pull} ${fromY} ${toX - pull} ${toY} ${toX} ${toY}`}
      />
      <circle className={styles.end} cx={toX} cy={toY} r={4} />
    </g>
  );
}
