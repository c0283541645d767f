import type { Photo } from '../../data/photos/photos';
import { photosWords } from '../../i18n/photos';
import { useWords } from '../services';
import styles from './PhotoGrid.module.css';
import { dragType } from './dragType';
import { useThumbnail } from './useThumbnail';

interface PhotoTileProps {
  readonly photo: Photo;
  /** Place among all photos, from 1. */
  readonly place: number;
  readonly count: number;
  readonly selected: boolean;
  readonly active: boolean;
  /** What goes along when it is dragged onto a class. */
  readonly dragged: ReadonlySet<string>;
  readonly onClick: (photo: Photo, range: boolean) => void;
}

export const tileId = (hash: string) => `photo-${hash}`;

/** One photo of the grid; the listbox around it takes the keys. */
export function PhotoTile({ photo, place, count, selected, active, dragged, onClick }: PhotoTileProps) {
  const words = useWords(photosWords);
  const address = useThumbnail(photo.hash);
  const name = photo.path.split('/').at(-1)!;
  return (
    <div
      id={tileId(photo.hash)}
      role="option"
      aria-selected={selected}
      aria-label={words.photo(name, words[photo.part])}
      aria-setsize={count}
      aria-posinset={place}
      title={`${photo.path} · ${photo.width}×${photo.height}`}
      className={styles.tile}
      data-active={active}
      draggable
      onDragStart={({ dataTransfer }) => dataTransfer.setData(dragType, [...dragged].join(' '))}
      onClick={({ shiftKey }) => onClick(photo, shiftKey)}
      style={address === null ? undefined : { backgroundImage: `url("${address}")` }}
    >
      {photo.part === 'validation' && (
        <span className={styles.part} aria-hidden="true">
          {words.held}
        </span>
      )}
    </div>
  );
}
