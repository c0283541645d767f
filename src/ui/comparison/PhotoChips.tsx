import { useRef } from 'react';
import { comparisonWords } from '../../i18n/comparison';
import { useWords } from '../services';
import { Button } from '../shell/Button';
import styles from './Comparison.module.css';

interface PhotoChipsProps {
  readonly photos: readonly File[];
  readonly onPhotos: (photos: readonly File[]) => void;
  readonly disabled: boolean;
}

/** The photos that are asked about: chosen, dropped, taken out again. */
export function PhotoChips({ photos, onPhotos, disabled }: PhotoChipsProps) {
  const words = useWords(comparisonWords);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (!disabled) onPhotos([...photos, ...event.dataTransfer.files]);
      }}
    >
      <fieldset className={styles.photos} disabled={disabled}>
        <legend>{words.photos}</legend>
        <input
          ref={input}
          type="file"
          accept="image/*"
          multiple
          hidden
          aria-label={words.pick}
          onChange={({ target }) => {
            onPhotos([...photos, ...(target.files ?? [])]);
            target.value = '';
          }}
        />
        <ul className={styles.chips}>
          {photos.map((photo, place) => (
            <li key={`${photo.name} ${place}`}>
              <span>{photo.name}</span>
              <Button
                small
                tone="quiet"
                icon="close"
                aria-label={words.remove(photo.name)}
                onClick={() => onPhotos(photos.filter((_, other) => other !== place))}
              />
            </li>
          ))}
        </ul>
        <Button small icon="image" onClick={() => input.current?.click()}>
          {words.pick}
        </Button>
        <p className={styles.note}>{words.dropHint}</p>
      </fieldset>
    </div>
  );
}
