import { useEffect, useRef, useState } from 'react';
import type { Picture } from '../../../engine/protocol/samples';
import type { Heat } from '../../../engine/protocol/prediction';
import { predictionWords } from '../../../i18n/panels/prediction';
import { useWords } from '../../services';
import { drawHeat, drawPicture } from './drawHeat';
import styles from './Heat.module.css';

interface HeatPicturesProps {
  readonly picture: Picture;
  readonly heat: Heat;
  /** The map in words. */
  readonly said: string;
}

/** The picture, beside it the same picture under the heat map, and the slider between picture and map. */
export function HeatPictures({ picture, heat, said }: HeatPicturesProps) {
  const words = useWords(predictionWords);
  /** 0 … 1: from the picture alone to the heat map alone. */
  const [strength, setStrength] = useState(0.5);
  const alone = useRef<HTMLCanvasElement>(null);
  const below = useRef<HTMLCanvasElement>(null);
  const above = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    for (const canvas of [alone.current, below.current]) if (canvas) drawPicture(canvas, picture);
  }, [picture]);
  useEffect(() => {
    if (above.current) drawHeat(above.current, heat, strength);
  }, [heat, strength]);
  const ratio = picture.width / picture.height;
  const sized: object = { '--ratio': ratio };
  const frame = { className: styles.stack, style: { aspectRatio: String(ratio) } };
  const drawn = { className: styles.picture, 'data-small': picture.width < 96, 'aria-hidden': true } as const;
  return (
    <div className={styles.pair} style={sized}>
      <div {...frame}>
        <canvas ref={alone} {...drawn} />
      </div>
      <div {...frame}>
        <canvas ref={below} {...drawn} />
        <canvas ref={above} className={styles.heat} aria-label={said} />
      </div>
      <div className={styles.legend}>
        <span aria-hidden="true">{words.heatImage}</span>
        <input
          type="range"
          aria-label={words.heatOpacity}
          min={0}
          max={1}
          step={0.05}
          value={strength}
          onChange={({ target }) => setStrength(target.valueAsNumber)}
        />
        <span aria-hidden="true">{words.heat}</span>
      </div>
    </div>
  );
}
