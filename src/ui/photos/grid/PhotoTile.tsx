import type { KeyboardEvent } from 'react';
import type { Photo } from '../../../data/photos/photos';
import { photosWords } from '../../../i18n/panels/photos';
import { useWords } from '../../services';
import styles from './PhotoGrid.module.css';
import { dragType } from './dragType';
import { useThumbnail } from './useThumbnail';

interface PhotoTileProps {
  readonly photo: Photo;
  readonly selected: boolean;
  /** The one tile that Tab comes to. */
  readonly reachable: boolean;
  /** What goes along when it is dragged onto a class. */
  readonly dragged: ReadonlySet<string>;
  readonly onClick: (photo: Photo, range: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
}

export const tileId = (hash: string) => `photo-${hash}`;

/** One photo of the grid: pressed when it is selected. */
export function PhotoTile({ photo, selected, reachable, dragged, onClick, onKeyDown, onFocus }: PhotoTileProps) {
  const words = useWords(photosWords);
  const address = useThumbnail(photo.hash);
  const name = photo.path.split('/').at(-1)!;
  return (
    <button
      type="button"
      id={tileId(photo.hash)}
      aria-pressed={selected}
      aria-label={words.photo(name, words[photo.part])}
      title={`${photo.path} · ${photo.width}×${photo.height}`}
      className={styles.tile}
      tabIndex={reachable ? 0 : -1}
      draggable
      onDragStart={({ dataTransfer }) => dataTransfer.setData(dragType, [...dragged].join(' '))}
      onClick={({ shiftKey }) => onClick(photo, shiftKey)}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      style={address === null ? undefined : { backgroundImage: `url("${address}")` }}
    >
      {photo.part !== 'training' && (
        <span className={styles.part} aria-hidden="true">
          {photo.part === 'test' ? words.heldToTest : words.heldToValidate}
        </span>
      )}
    </button>
  );
}
