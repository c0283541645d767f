import { memo, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { depth } from '../../layout/geometry';
import type { ItemView } from '../brick/itemView';
import { useServices } from '../services';
import styles from './ActivationBadge.module.css';
import { activationTiles, drawTiles } from './activationTiles';

/** While predicting: a few of the brick's feature maps, or its values as a strip, on the side of the brick. */
export const ActivationBadge = memo(function ActivationBadge({ view }: { readonly view: ItemView }) {
  const { runner } = useServices();
  const activation = useStore(
    runner.store,
    ({ prediction }) => prediction?.activations.find(({ layer }) => layer === view.name) ?? null,
  );
  const canvas = useRef<HTMLCanvasElement>(null);
  const tiles = activation ? activationTiles(activation) : null;
  useEffect(() => {
    if (activation && canvas.current) drawTiles(canvas.current, activationTiles(activation));
  }, [activation]);
  if (!tiles || tiles.length === 0) return null;
  return <canvas ref={canvas} className={styles.badge} style={{ right: -depth.x - 6 }} aria-hidden="true" />;
});
