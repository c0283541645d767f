import { useEffect, useRef, useState } from 'react';
import type { Picture } from '../../../engine/protocol/samples';
import type { Heat } from '../../../engine/protocol/prediction';
import { predictionWords } from '../../../i18n/panels/prediction';
import { useWords } from '../../services';
import { drawHeat, drawPicture } from './drawHeat';
import styles from './Heat.module.css';
import { heatGradient } from './heatColours';
import { hottest } from './hottest';

interface HeatPictureProps {
  readonly picture: Picture;
  readonly heat: Heat;
  /** Word of the class. */
  readonly name: string;
}

/** The heat map over the picture, how strong it is drawn, what its colours mean, and in words where it is hottest. */
export function HeatPicture({ picture, heat, name }: HeatPictureProps) {
  const words = useWords(predictionWords);
  const below = useRef<HTMLCanvasElement>(null);
  const above = useRef<HTMLCanvasElement>(null);
  const [opacity, setOpacity] = useState(0.55);
  useEffect(() => {
    if (below.current) drawPicture(below.current, picture);
  }, [picture]);
  useEffect(() => {
    if (above.current) drawHeat(above.current, heat);
  }, [heat]);
  const place = hottest(heat);
  const said =
    place === null
      ? words.heatNone(name)
      : words.heatAt(name, words.thirds(place.down, place.across), place.row, heat.height, place.column, heat.width);
  return (
    <figure className={styles.figure}>
      <div className={styles.stack} style={{ aspectRatio: `${picture.width} / ${picture.height}` }}>
        <canvas ref={below} className={styles.picture} data-small={picture.width < 96} aria-hidden="true" />
        <canvas ref={above} className={styles.heat} style={{ opacity }} aria-label={said} />
      </div>
      <figcaption className={styles.caption}>
        <p aria-live="polite">{said}</p>
        <div className={styles.legend}>
          <span>{words.heatLow}</span>
          <span className={styles.colours} style={{ background: heatGradient }} />
          <span>{words.heatHigh}</span>
        </div>
        <label className={styles.opacity}>
          <span>{words.heatOpacity}</span>
          <input
            type="range"
            min={0}
            max={1}
            step={0.05}
            value={opacity}
            onChange={({ target }) => setOpacity(target.valueAsNumber)}
          />
        </label>
      </figcaption>
    </figure>
  );
}
