import { useCallback, useEffect, useRef, useState } from 'react';
import { photosWords } from '../../i18n/panels/photos';
import { useCamera } from '../camera/useCamera';
import { useWords } from '../services';
import { Button } from '../kit/Button';
import said from '../kit/Said.module.css';
import styles from './PhotosDialog.module.css';

/** Milliseconds between two photos while the button is held. */
const pause = 250;

interface WebcamProps {
  /** The class that the photos go into. */
  readonly name: string;
  readonly onClose: () => void;
  /** Takes what was photographed, however the camera is left: closed, for another class, or with the whole dialog. */
  readonly onTaken: (files: readonly File[], into: string) => void;
}

/** Takes photos of a class with the camera: one by a press, and on for as long as the button, or Space on it, is held. */
export function Webcam({ name, onClose, onTaken }: WebcamProps) {
  const words = useWords(photosWords);
  const { video, refused, shoot } = useCamera();
  const [taken, setTaken] = useState<readonly File[]>([]);
  const [holding, setHolding] = useState(false);

  const take = useCallback(async () => {
    const file = await shoot();
    if (file !== null) setTaken((before) => [...before, file]);
  }, [shoot]);
  useEffect(() => {
    if (!holding) return;
    const timer = setInterval(() => void take(), pause);
    return () => clearInterval(timer);
  }, [holding, take]);

  const last = useRef({ taken, name, onTaken });
  useEffect(() => {
    last.current = { taken, name, onTaken };
  });
  useEffect(
    () => () => {
      const { taken: files, name: into, onTaken: keep } = last.current;
      if (files.length > 0) keep(files, into);
    },
    [],
  );

  const begin = () => {
    if (holding) return;
    setHolding(true);
    void take();
  };
  const end = () => setHolding(false);
  return (
    <section className={styles.webcam} aria-label={words.webcamInto(name)}>
      <p className={said.note}>
        <b>{name}</b>
        {taken.length > 0 && ' · '}
        <span aria-live="polite">{taken.length > 0 && words.captured(taken.length)}</span>
      </p>
      {refused ? (
        <p role="alert">{words.noCamera}</p>
      ) : (
        <video ref={video} autoPlay muted playsInline aria-hidden="true" />
      )}
      <div className={styles.tools}>
        {!refused && (
          <Button
            small
            tone="primary"
            icon="camera"
            onPointerDown={begin}
            onPointerUp={end}
            onPointerCancel={end}
            onContextMenu={(event) => event.preventDefault()}
            // A screen reader presses without a pointer: one photo.
            onClick={({ detail }) => detail === 0 && void take()}
            onPointerLeave={end}
            onBlur={end}
            onKeyDown={(event) => {
              if (event.key !== ' ' && event.key !== 'Enter') return;
              event.preventDefault();
              begin();
            }}
            onKeyUp={(event) => {
              event.preventDefault();
              end();
            }}
          >
            {words.capture}
          </Button>
        )}
        <Button small onClick={onClose}>
          {taken.length === 0 ? words.closeCamera : words.keepCaptured}
        </Button>
      </div>
    </section>
  );
}
