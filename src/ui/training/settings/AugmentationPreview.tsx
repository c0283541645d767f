import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Picture } from '../../../engine/protocol/samples';
import { augmentationWords } from '../../../i18n/panels/augmentation';
import { drawPicture } from '../../samples/drawPicture';
import { useEditor, useServices, useWords } from '../../services';
import { Button } from '../../kit/Button';
import styles from './Augmentation.module.css';
import { useTrainingPicture } from '../useTrainingPicture';

const count = 6;
/** Milliseconds without a change before the engine is asked. */
const pause = 200;

/** One training picture under random changes, made by the engine as training makes them. */
export function AugmentationPreview() {
  const { runner } = useServices();
  const words = useWords(augmentationWords);
  const augmentation = useEditor((state) => state.document.training.augmentation);
  const seed = useEditor((state) => state.document.training.seed);
  const idle = useStore(runner.store, (state) => state.phase === 'idle');
  const [turn, setTurn] = useState(0);
  const [made, setMade] = useState<readonly Picture[]>([]);
  const picture = useTrainingPicture(turn);
  useEffect(() => {
    if (picture === null || !idle) return;
    let gone = false;
    const timer = setTimeout(async () => {
      const answer = await runner.augmented(picture, augmentation, count, seed + turn);
      if (!gone && answer.ok) setMade(answer.value);
    }, pause);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [runner, picture, augmentation, seed, turn, idle]);
  return (
    <div className={styles.preview}>
      <ul aria-label={words.preview}>
        {made.map((each, at) => (
          <li key={at}>
            <Shown picture={each} label={words.variant(at + 1)} />
          </li>
        ))}
      </ul>
      {made.length === 0 ? (
        <p className={styles.note}>{words.previewing}</p>
      ) : (
        <Button small icon="refresh" onClick={() => setTurn(turn + 1)}>
          {words.again}
        </Button>
      )}
    </div>
  );
}

function Shown({ picture, label }: { readonly picture: Picture; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { width, height, channels, values } = picture;
    if (canvas.current) drawPicture(canvas.current, values, [height, width, channels]);
  }, [picture]);
  return <canvas ref={canvas} aria-label={label} />;
}
