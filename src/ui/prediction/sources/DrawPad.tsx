import { type PointerEvent, useRef, useState } from 'react';
import { drawnPicture } from '../../../data/digits/drawing';
import { predictionWords } from '../../../i18n/panels/prediction';
import { useServices, useWords } from '../../services';
import { Button } from '../../kit/Button';
import styles from './DrawPad.module.css';
import type { PictureSize } from '../../../data/photos/picture';
import { useSaidAnswer } from './useSaidAnswer';

const side = 280;
const pen = 22;

/** A black square to draw a light digit on; every stroke's end asks the model. */
export function DrawPad({ size }: { readonly size: PictureSize }) {
  const { runner } = useServices();
  const words = useWords(predictionWords);
  useSaidAnswer(null);
  const pad = useRef<HTMLCanvasElement>(null);
  const last = useRef<readonly [number, number] | null>(null);
  const [empty, setEmpty] = useState(true);

  const at = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>) => {
    const box = currentTarget.getBoundingClientRect();
    return [((clientX - box.left) / box.width) * side, ((clientY - box.top) / box.height) * side] as const;
  };
  const stroke = (to: readonly [number, number]) => {
    const context = pad.current!.getContext('2d')!;
    const [x, y] = last.current ?? to;
    context.strokeStyle = '#fff';
    context.lineWidth = pen;
    context.lineCap = 'round';
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(to[0] + 0.01, to[1]);
    context.stroke();
    last.current = to;
  };
  const end = () => {
    if (last.current === null) return;
    last.current = null;
    const picture = drawnPicture(pad.current!, size);
    if (picture) void runner.predict(picture);
  };
  return (
    <div className={styles.row}>
      <div className={styles.box}>
        <canvas
          ref={pad}
          width={side}
          height={side}
          className={styles.pad}
          aria-label={words.drawing}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setEmpty(false);
            last.current = null;
            stroke(at(event));
          }}
          onPointerMove={(event) => {
            if (event.currentTarget.hasPointerCapture(event.pointerId)) stroke(at(event));
          }}
          onPointerUp={end}
          onPointerCancel={end}
        />
        {empty && <span className={styles.hint}>{words.drawHint}</span>}
      </div>
      <Button
        small
        disabled={empty}
        onClick={() => {
          pad.current!.getContext('2d')!.clearRect(0, 0, side, side);
          setEmpty(true);
          runner.clearPrediction();
        }}
      >
        {words.clear}
      </Button>
    </div>
  );
}
