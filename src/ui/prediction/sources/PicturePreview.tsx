import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useServices } from '../../services';
import styles from './ImageDrop.module.css';
import { drawPicture } from '../heat/drawHeat';

/** The picture as the model gets it. */
export function PicturePreview() {
  const { runner } = useServices();
  const canvas = useRef<HTMLCanvasElement>(null);
  const picture = useStore(runner.store, ({ sample }) => (sample !== null && 'width' in sample ? sample : null));
  useEffect(() => {
    if (!picture || !canvas.current) return;
    drawPicture(canvas.current, picture);
  }, [picture]);
  return (
    picture && <canvas ref={canvas} className={styles.preview} data-small={picture.width < 96} aria-hidden="true" />
  );
}
