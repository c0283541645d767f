import { memo, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { depth } from '../../layout/geometry';
import type { ItemView } from '../brick/itemView';
import { useServices } from '../services';
import styles from './ActivationBadge.module.css';
import { activationTiles, drawTiles } from './activationTiles';
import { histogramPath, histogramSize } from './histogramPath';

/**
 * On the side of the brick, while predicting or training: a few of its feature maps, or its values as a strip; and while
 * training how its weights lie.
 */
export const ActivationBadge = memo(function ActivationBadge({ view }: { readonly view: ItemView }) {
  const { runner } = useServices();
  const live = useStore(runner.store, (state) => state.live?.get(view.name) ?? null);
  const predicted = useStore(
    runner.store,
    ({ prediction }) => prediction?.activations.find(({ layer }) => layer === view.name) ?? null,
  );
  const activation = live?.activation ?? predicted;
  const canvas = useRef<HTMLCanvasElement>(null);
  const tiles = activation ? activationTiles(activation) : [];
  useEffect(() => {
    if (activation && canvas.current) drawTiles(canvas.current, activationTiles(activation));
  }, [activation]);
  const histogram = live?.histogram ?? null;
  if (tiles.length === 0 && histogram === null) return null;
  const { width, height } = histogramSize;
  return (
    <span className={styles.badge} data-live={live !== null} style={{ right: -depth.x - 6 }} aria-hidden="true">
      {tiles.length > 0 && <canvas ref={canvas} className={styles.maps} />}
      {histogram !== null && (
        <svg className={styles.weights} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <path d={histogramPath(histogram)} />
        </svg>
      )}
    </span>
  );
});
