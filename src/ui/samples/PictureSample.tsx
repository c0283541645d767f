import { useEffect, useRef } from 'react';
import { type Dataset, sampleValues } from '../../data/dataset';
import { drawPicture } from './drawPicture';
import styles from './Samples.module.css';

interface SampleProps {
  readonly data: Dataset;
  readonly index: number;
  readonly label: string;
}

/** One sample as a small picture. */
export function PictureSample({ data, index, label }: SampleProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const [height = 1, width = 1, channels = 1] = data.shape;
    if (canvas.current) drawPicture(canvas.current, sampleValues(data, index), [height, width, channels]);
  }, [data, index]);
  return (
    <figure className={styles.picture} aria-label={label} title={label}>
      <canvas ref={canvas} className={styles.digit} aria-hidden="true" />
    </figure>
  );
}
