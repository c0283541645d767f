import { brickWidth, heightOf } from '../../layout/geometry';
import { paletteWords } from '../../i18n/palette';
import { useLanguage, useServices } from '../services';
import { LayerName } from '../kit/LayerName';
import styles from './Palette.module.css';
import { PaletteBrick } from './PaletteBrick';
import { type PaletteEntry, entryName } from './entries';
import { paletteDrag, paletteMime } from './paletteDrag';

interface PaletteItemProps {
  readonly entry: PaletteEntry;
  readonly append: (entry: PaletteEntry) => void;
  /** It was dragged to where it is taken. */
  readonly onDropped: () => void;
}

/** One brick of the palette: a button that appends it, something to drag, and its help (F1, or the question mark). */
export function PaletteItem({ entry, append, onDropped }: PaletteItemProps) {
  const language = useLanguage();
  const { session } = useServices();
  const { id, brick } = entry;
  const name = entryName(entry, language);
  const point = () => session.pointAt(id);
  const leave = () => session.pointAt(null);
  return (
    <div className={styles.place} onPointerEnter={point} onPointerLeave={leave} onFocus={point} onBlur={leave}>
      <button
        type="button"
        className={styles.item}
        data-brick={id}
        draggable
        title={brick.docs[language].about}
        onClick={() => append(entry)}
        onDragStart={(event) => {
          event.dataTransfer.setData(paletteMime, id);
          event.dataTransfer.setData('text/plain', name);
          event.dataTransfer.effectAllowed = 'copy';
          const picture = event.currentTarget.querySelector('svg');
          if (picture) event.dataTransfer.setDragImage(picture, brickWidth / 4, heightOf(brick) / 2);
          paletteDrag.setState({ id });
        }}
        onDragEnd={({ dataTransfer }) => {
          paletteDrag.setState({ id: null });
          if (dataTransfer.dropEffect !== 'none') onDropped();
        }}
      >
        <span className={styles.art}>
          <PaletteBrick brick={brick} />
        </span>
        <span className={styles.name}>
          <LayerName name={name} />
        </span>
      </button>
      <button
        type="button"
        className={styles.help}
        tabIndex={-1}
        aria-label={paletteWords[language].help(name)}
        title={`${paletteWords[language].help(name)} (F1)`}
        onClick={() => session.help(id, null)}
      >
        ?
      </button>
    </div>
  );
}
