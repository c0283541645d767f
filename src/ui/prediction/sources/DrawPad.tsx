import { type PointerEvent, useRef, useState } from 'react';
import { predictionWords } from '../../../i18n/panels/prediction';
import { useServices, useWords } from '../../services';
import { Button } from '../../kit/Button';
import styles from './DrawPad.module.css';
import { centred } from './centred';
import { type PictureSize, pictureFrom } from '../../../data/photos/picture';

const side = 280;
const pen = 22;

/** A black square to draw a light digit on; every stroke's end asks the model. */
export function DrawPad({ size }: { readonly size: PictureSize }) {
  const { runner } = useServices();
  const words = useWords(predictionWords);
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
    const picture = prepared(pad.current!, size);
    if (picture) void runner.predict(picture);
  };
  return (
    <>
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
    </>
  );
}

/** The drawing as the model's picture, prepared like an MNIST digit; null when nothing is drawn. */
function prepared(pad: HTMLCanvasElement, size: PictureSize) {
  const { data } = pad.getContext('2d')!.getImageData(0, 0, side, side);
  const grey = pictureFrom(data, { width: side, height: side, channels: 1 }).values;
  const short = Math.min(size.width, size.height);
  const placement = centred(grey, side, side, short);
  if (placement === null) return null;
  const context = new OffscreenCanvas(size.width, size.height).getContext('2d', { willReadFrequently: true })!;
  const { from, to } = placement;
  context.imageSmoothingQuality = 'high';
  context.fillRect(0, 0, size.width, size.height);
  context.drawImage(
    pad,
    from.left,
    from.top,
    from.width,
    from.height,
    to.left + (size.width - short) / 2,
    to.top + (size.height - short) / 2,
    to.width,
    to.height,
  );
  return pictureFrom(context.getImageData(0, 0, size.width, size.height).data, size);
}
