import { memo, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { depth } from '../../../layout/geometry';
import type { ItemView } from '../../brick/itemView';
import { useServices } from '../../services';
import styles from './ActivationBadge.module.css';
import { activationTiles, drawTiles } from '../activationTiles';
import { badgeParts } from './badgeParts';
import { histogramPath, histogramSize } from './histogramPath';

interface BadgeProps {
  readonly view: ItemView;
  /** Free pixels to the right of the brick. */
  readonly room: number;
}

/**
 * On the side of the brick, while predicting or training: a few of its feature maps, or its values as a strip; and while
 * training how its weights lie.
 */
export const ActivationBadge = memo(function ActivationBadge({ view, room }: BadgeProps) {
  const { runner } = useServices();
  const live = useStore(runner.store, (state) => state.live?.get(view.name) ?? null);
  const predicted = useStore(
    runner.store,
    ({ prediction }) => prediction?.activations.find(({ layer }) => layer === view.name) ?? null,
  );
  const activation = live?.activation ?? predicted;
  const canvas = useRef<HTMLCanvasElement>(null);
  const histogram = live?.histogram ?? null;
  const parts = badgeParts(room, histogram !== null);
  const tiles = activation ? activationTiles(activation, parts.maps) : [];
  useEffect(() => {
    if (activation && canvas.current) drawTiles(canvas.current, activationTiles(activation, parts.maps));
  }, [activation, parts.maps]);
  if (tiles.length === 0 && histogram === null) return null;
  const { width, height } = histogramSize;
  const shown = { maxWidth: parts.maps * 24 };
  return (
    <span className={styles.badge} data-live={live !== null} style={{ right: -depth.x - 6 }} aria-hidden="true">
      {tiles.length > 0 && <canvas ref={canvas} className={styles.maps} style={shown} />}
      {histogram !== null && parts.histogram > 0 && (
        <svg
          className={styles.weights}
          width={parts.histogram}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
        >
          <path d={histogramPath(histogram)} />
        </svg>
      )}
    </span>
  );
});
