import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useServices } from '../services';
import styles from './ImageDrop.module.css';
import { drawValues } from './drawValues';

/** The picture as the model gets it. */
export function PicturePreview() {
  const { runner } = useServices();
  const canvas = useRef<HTMLCanvasElement>(null);
  const picture = useStore(runner.store, ({ sample }) => (sample !== null && 'width' in sample ? sample : null));
  useEffect(() => {
    if (!picture || !canvas.current) return;
    drawValues(canvas.current, picture.values, picture.width, picture.height, [0, 255], 0, picture.channels);
  }, [picture]);
  return picture && <canvas ref={canvas} className={styles.preview} aria-hidden="true" />;
}
