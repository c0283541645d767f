import { type DragEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PictureSize } from '../../data/photos/picture';
import { predictionWords } from '../../i18n/prediction';
import { useServices, useWords } from '../services';
import { Button } from '../shell/Button';
import styles from './ImageDrop.module.css';
import { PicturePreview } from './PicturePreview';
import { useReadPicture } from './useReadPicture';

/** A picture that is chosen, dropped or pasted; what cannot be read is said, and nothing else changes. */
export function ImageDrop({ size }: { readonly size: PictureSize }) {
  const { runner } = useServices();
  const words = useWords(predictionWords);
  const input = useRef<HTMLInputElement>(null);
  const read = useReadPicture(size);
  const drawn = size.channels === 1;
  const [invert, setInvert] = useState(true);
  const [file, setFile] = useState<File | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  const show = async (chosen: File, inverted: boolean) => {
    setFile(chosen);
    const picture = await read(chosen, inverted);
    if (picture !== null) {
      setTrouble(null);
      await runner.predict(picture);
      return;
    }
    setFile(null);
    setTrouble(chosen.type.startsWith('image/') ? words.badImage(chosen.name) : words.notImage(chosen.name));
  };
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const [pasted] = event.clipboardData?.files ?? [];
    if (!pasted) return;
    event.preventDefault();
    void show(pasted, invert);
  });

  useEffect(() => {
    const paste = (event: ClipboardEvent) => onPaste(event);
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, []);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const [dropped] = event.dataTransfer.files;
    if (dropped) void show(dropped, invert);
  };
  return (
    <div className={styles.drop} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <PicturePreview />
      <p className={styles.note}>{drawn ? words.dropHint : words.photoHint}</p>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label={words.pick}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) void show(chosen, invert);
          target.value = '';
        }}
      />
      <Button small icon="image" onClick={() => input.current?.click()}>
        {words.pick}
      </Button>
      {drawn && (
        <label className={styles.invert}>
          <input
            type="checkbox"
            checked={invert}
            onChange={({ target }) => {
              setInvert(target.checked);
              if (file) void show(file, target.checked);
            }}
          />
          {words.invert}
        </label>
      )}
      {trouble !== null && (
        <p className={styles.trouble} role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
}
