import { memo } from 'react';
import type { EdgeProps } from 'reactflow';
import { shapeText } from '../../../brick/shape';
import { textWidth } from '../../brick/fitText';
import styles from './WireEdge.module.css';
import { useCanvas } from '../canvasStore';
import { type WireFlowEdge, handleSize } from '../flowNodes';
import { wireRoute } from '../../../layout/wireRoute';

/** A wire with the shape that runs through it. */
export const WireEdge = memo(function WireEdge({
  id,
  sourceX,
  sourceY,
  targetX,
  targetY,
  selected,
  data,
}: EdgeProps<WireFlowEdge>) {
  const landing = useCanvas(({ held }) => held?.drop.kind === 'wire' && held.drop.id === id);
  const start = { x: sourceX - handleSize / 2, y: sourceY };
  const end = { x: targetX + handleSize / 2, y: targetY };
  const { path, arrow, middle, room } = wireRoute(start, end, data?.lane ?? null);
  const text = data?.shape ? shapeText(data.shape) : '';
  const width = textWidth(text, 11) + 18;
  return (
    <g className={styles.wire} data-selected={selected} data-broken={data?.broken} data-landing={landing}>
      <path className={styles.line} d={path} />
      <path className={`react-flow__edge-interaction ${styles.reach}`} d={path} data-wire={id} />
      <path className={styles.head} d={arrow} />
      {text && (
        // Without a transform of its own: each would be a layer that the browser sorts in every frame of a drag.
        <g className={styles.chip} data-roomy={room > width + 24}>
          <rect x={middle.x - width / 2} y={middle.y - 9} width={width} height={18} rx={9} />
          <text x={middle.x} y={middle.y + 4}>
            {text}
          </text>
        </g>
      )}
    </g>
  );
});
