import { useEffect, useRef } from 'react';
import { type Dataset, sampleValues } from '../../data/dataset';
import { drawValues } from './drawValues';
import styles from './Samples.module.css';

interface FrameStripProps {
  readonly data: Dataset;
  readonly index: number;
  readonly label: string;
}

/** The frames of a clip side by side, in the order of time. */
export function FrameStrip({ data, index, label }: FrameStripProps) {
  const [frames = 1] = data.shape;
  return (
    <figure className={styles.frames} aria-label={label} title={label}>
      {Array.from({ length: frames }, (_, frame) => (
        <Frame key={frame} data={data} index={index} frame={frame} />
      ))}
    </figure>
  );
}

function Frame({ data, index, frame }: Pick<FrameStripProps, 'data' | 'index'> & { readonly frame: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const [, height = 1, width = 1, channels = 1] = data.shape;
    const start = frame * height * width * channels;
    if (canvas.current) drawValues(canvas.current, sampleValues(data, index), width, height, [0, 255], start, channels);
  }, [data, index, frame]);
  return <canvas ref={canvas} aria-hidden="true" />;
}
