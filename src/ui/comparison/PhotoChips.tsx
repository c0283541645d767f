import { comparisonWords } from '../../i18n/panels/comparison';
import { useWords } from '../services';
import { Button } from '../kit/Button';
import { DropZone } from '../kit/DropZone';
import { FileButton } from '../kit/FileButton';
import said from '../kit/Said.module.css';
import styles from './Comparison.module.css';

interface PhotoChipsProps {
  readonly photos: readonly File[];
  readonly onPhotos: (photos: readonly File[]) => void;
  readonly disabled: boolean;
}

/** The photos that are asked about: chosen, dropped, taken out again. */
export function PhotoChips({ photos, onPhotos, disabled }: PhotoChipsProps) {
  const words = useWords(comparisonWords);
  const add = (more: readonly File[]) => onPhotos([...photos, ...more]);
  return (
    <DropZone bare onFiles={disabled ? undefined : add}>
      <fieldset className={styles.photos} disabled={disabled}>
        <legend>{words.photos}</legend>
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
        <FileButton small icon="image" label={words.pick} accept="image/*" multiple onFiles={add}>
          {words.pick}
        </FileButton>
        <p className={said.note}>{words.dropHint}</p>
      </fieldset>
    </DropZone>
  );
}
