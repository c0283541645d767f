import { Fragment } from 'react';
import type { AnyBrick } from '../../brick/brick';
import { brickWidth, heightOf } from '../../layout/geometry';
import { useLanguage } from '../services';
import styles from './Palette.module.css';
import { PaletteBrick } from './PaletteBrick';
import { paletteDrag, paletteMime } from './paletteDrag';

interface PaletteItemProps {
  readonly brick: AnyBrick;
  readonly append: (type: string) => void;
}

/** One brick of the palette: a button that appends it, and something to drag. */
export function PaletteItem({ brick, append }: PaletteItemProps) {
  const { name, about } = brick.docs[useLanguage()];
  return (
    <button
      type="button"
      className={styles.item}
      data-brick={brick.type}
      draggable
      title={about}
      onClick={() => append(brick.type)}
      onDragStart={(event) => {
        event.dataTransfer.setData(paletteMime, brick.type);
        event.dataTransfer.setData('text/plain', name);
        event.dataTransfer.effectAllowed = 'copy';
        const picture = event.currentTarget.querySelector('svg');
        if (picture) event.dataTransfer.setDragImage(picture, brickWidth / 4, heightOf(brick) / 2);
        paletteDrag.setState({ type: brick.type });
      }}
      onDragEnd={() => paletteDrag.setState({ type: null })}
    >
      <span className={styles.art}>
        <PaletteBrick brick={brick} />
      </span>
      <span className={styles.name}>
        {name.split(/(?<=[a-z])(?=[A-Z])/).map((part) => (
          <Fragment key={part}>
            {part}
            <wbr />
          </Fragment>
        ))}
      </span>
    </button>
  );
}
