import { useEffect, useEffectEvent, useState } from 'react';
import type { PictureSize } from '../../../data/photos/picture';
import { predictionWords } from '../../../i18n/panels/prediction';
import { useServices, useWords } from '../../services';
import { Button } from '../../kit/Button';
import { DropZone } from '../../kit/DropZone';
import { FileButton } from '../../kit/FileButton';
import { useBrought } from '../../kit/useBrought';
import said from '../../kit/Said.module.css';
import styles from './ImageDrop.module.css';
import { CameraShot } from './CameraShot';
import { PicturePreview } from './PicturePreview';
import { useReadPicture } from '../../samples/useReadPicture';

/** A picture that is chosen, dropped, pasted or taken with the camera; what cannot be read is said, and nothing else changes. */
export function ImageDrop({ size }: { readonly size: PictureSize }) {
  const { runner } = useServices();
  const words = useWords(predictionWords);
  const read = useReadPicture(size);
  const drawn = size.channels === 1;
  const [invert, setInvert] = useState(true);
  const [file, setFile] = useState<File | null>(null);
  const [camera, setCamera] = useState(false);
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

  const take = ([chosen]: readonly File[]) => {
    if (chosen) void show(chosen, invert);
  };
  useBrought('picture', take);
  return (
    <DropZone onFiles={take}>
      <PicturePreview />
      <p className={said.note}>{drawn ? words.dropHint : words.photoHint}</p>
      <FileButton small icon="image" label={words.pick} accept="image/*" onFiles={take}>
        {words.pick}
      </FileButton>
      {camera ? (
        <CameraShot onPicture={(shot) => void show(shot, invert)} onClose={() => setCamera(false)} />
      ) : (
        <Button small icon="camera" onClick={() => setCamera(true)}>
          {words.camera}
        </Button>
      )}
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
        <p className={said.trouble} role="alert">
          {trouble}
        </p>
      )}
    </DropZone>
  );
}
