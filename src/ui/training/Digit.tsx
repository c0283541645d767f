import { useEffect, useRef } from 'react';
import type { ImageDataset } from '../../data/dataset';
import { drawValues } from '../prediction/drawValues';
import styles from './Samples.module.css';

/** One sample as a small picture. */
export function Digit({
  data,
  index,
  label,
}: {
  readonly data: ImageDataset;
  readonly index: number;
  readonly label: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { width, height } = data;
    const pixels = data.images.subarray(index * width * height, (index + 1) * width * height);
    if (canvas.current) drawValues(canvas.current, pixels, width, height, [0, 255]);
  }, [data, index]);
  return <canvas ref={canvas} className={styles.digit} aria-label={label} />;
}
