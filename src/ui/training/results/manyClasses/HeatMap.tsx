import { useEffect, useRef } from 'react';
import styles from '../Confusion.module.css';

/** A large confusion matrix as a picture, one pixel per pair: right answers in green, mistakes in red. */
export function HeatMap({
  matrix,
  label,
}: {
  readonly matrix: readonly (readonly number[])[];
  readonly label: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context) return;
    const style = getComputedStyle(canvas.current);
    const color = (name: string) => style.getPropertyValue(name).trim();
    context.fillStyle = color('--field');
    context.globalAlpha = 1;
    context.fillRect(0, 0, matrix.length, matrix.length);
    matrix.forEach((row, actual) => {
      const total = row.reduce((sum, count) => sum + count, 0);
      row.forEach((count, predicted) => {
        context.fillStyle = color(actual === predicted ? '--success' : '--error');
        context.globalAlpha = Math.sqrt(count / Math.max(1, total));
        context.fillRect(predicted, actual, 1, 1);
      });
    });
  }, [matrix]);
  return (
    <figure className={styles.heat}>
      <canvas ref={canvas} width={matrix.length} height={matrix.length} aria-hidden="true" />
      <figcaption>{label}</figcaption>
    </figure>
  );
}
