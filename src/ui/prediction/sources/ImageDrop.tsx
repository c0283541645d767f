import { useEffect, useEffectEvent, useState } from 'react';
import type { NothingToSee } from '../../../data/photos/decoding/nothingToSee';
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
import { useReadPicture, useTakesDrawings } from '../../samples/useReadPicture';
import { useSaidAnswer } from './useSaidAnswer';

/** A picture that is chosen, dropped, pasted or taken with the camera; what cannot be read is said, and nothing else changes. */
export function ImageDrop({ size }: { readonly size: PictureSize }) {
  const { runner } = useServices();
  const words = useWords(predictionWords);
  useSaidAnswer(null);
  const read = useReadPicture(size);
  const drawings = useTakesDrawings(size);
  const [inverted, setInverted] = useState(false);
  const [nothing, setNothing] = useState<NothingToSee | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [camera, setCamera] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  const show = async (chosen: File, invert: boolean | null = null) => {
    setFile(chosen);
    const picture = await read(chosen, invert);
    if (picture !== null) {
      setInverted(picture.inverted ?? false);
      setNothing(picture.nothing ?? null);
      setTrouble(null);
      await runner.predict(picture);
      return;
    }
    setFile(null);
    setNothing(null);
    setTrouble(chosen.type.startsWith('image/') ? words.badImage(chosen.name) : words.notImage(chosen.name));
  };
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const [pasted] = event.clipboardData?.files ?? [];
    if (!pasted) return;
    event.preventDefault();
    void show(pasted);
  });

  useEffect(() => {
    const paste = (event: ClipboardEvent) => onPaste(event);
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, []);

  const take = ([chosen]: readonly File[]) => {
    if (chosen) void show(chosen);
  };
  useBrought('picture', take);
  return (
    <DropZone onFiles={take}>
      <PicturePreview />
      {nothing !== null && <output className={said.note}>{words[nothing]}</output>}
      {drawings && file !== null && (
        <label className={styles.invert}>
          <input
            type="checkbox"
            checked={inverted}
            onChange={({ target }) => {
              setInverted(target.checked);
              void show(file, target.checked);
            }}
          />
          {words.invert}
        </label>
      )}
      <p className={said.note}>{drawings ? words.dropHint : words.photoHint}</p>
      <FileButton small icon="image" label={words.pick} accept="image/*" onFiles={take}>
        {words.pick}
      </FileButton>
      {camera ? (
        <CameraShot onPicture={(shot) => void show(shot)} onClose={() => setCamera(false)} />
      ) : (
        <Button small icon="camera" onClick={() => setCamera(true)}>
          {words.camera}
        </Button>
      )}
      {trouble !== null && (
        <p className={said.trouble} role="alert">
          {trouble}
        </p>
      )}
    </DropZone>
  );
}
