import { useState } from 'react';
import type { Category } from '../../brick/brick';
import { paletteWords } from '../../i18n/palette';
import { useWords } from '../services';
import styles from './Palette.module.css';
import { PaletteItem } from './PaletteItem';
import { type PaletteEntry, isEveryday } from './entries';

interface PaletteGroupProps {
  readonly category: Category;
  readonly entries: readonly PaletteEntry[];
  /** A search shows all that it finds. */
  readonly everything: boolean;
  readonly append: (entry: PaletteEntry) => void;
  readonly onDropped: () => void;
}

/** One category of the palette: the everyday bricks, and the others at a press. */
export function PaletteGroup({ category, entries, everything, append, onDropped }: PaletteGroupProps) {
  const words = useWords(paletteWords);
  const [opened, setOpened] = useState(false);
  const rare = entries.length - entries.filter(isEveryday).length;
  const shown = everything || opened ? entries : entries.filter(isEveryday);
  return (
    <section className={styles.group} aria-labelledby={`palette-${category}`}>
      <h2 id={`palette-${category}`}>{words[category]}</h2>
      <div className={styles.bricks}>
        {shown.map((entry) => (
          <PaletteItem key={entry.id} entry={entry} append={append} onDropped={onDropped} />
        ))}
      </div>
      {rare > 0 && !everything && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={opened}
          aria-label={opened ? words.fewerOf(words[category]) : words.moreOf(rare, words[category])}
          onClick={() => setOpened(!opened)}
        >
          {opened ? words.fewer : words.more(rare)}
        </button>
      )}
    </section>
  );
}
