import { useEffect, useMemo, useRef, useState } from 'react';
import { paletteWords } from '../../i18n/palette';
import { canvasActions } from '../../editor/commands/canvasActions';
import { appendBrick } from '../../editor/building/placeBrick';
import { useServices, useWords } from '../services';
import { touchOnly } from '../touchOnly';
import { Icon } from '../kit/Icon';
import { firstPaint } from '../kit/part/firstPaint';
import { neighbour } from '../kit/focus/neighbour';
import styles from './Palette.module.css';
import { PaletteGroup } from './PaletteGroup';
import { type PaletteEntry, entriesOf } from './entries';
import { byCategory, searchBricks } from './searchBricks';

/** Groups that any screen shows before it is scrolled; the others come after the first picture. */
const inFirstPicture = 4;

/** All bricks by category, with a search field. A click appends after the selection; dragging puts anywhere. */
export function Palette() {
  const { editor, library, projects } = useServices();
  const words = useWords(paletteWords);
  const [search, setSearch] = useState('');
  const [painted, setPainted] = useState(false);
  useEffect(() => void firstPaint().then(() => setPainted(true)), []);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const found = useMemo(
    () =>
      searchBricks(Object.values(library.bricks).flatMap(entriesOf), search, (category) => [
        paletteWords.en[category],
        paletteWords.ko[category],
      ]),
    [library, search],
  );
  const groups = byCategory(found);
  // What was looked for is found.
  const used = () => setSearch('');
  const append = ({ brick, preset }: PaletteEntry) => {
    canvasActions()?.reveal(appendBrick(editor, brick.type, preset));
    used();
  };
  useEffect(
    () => projects.store.subscribe(({ current }, before) => current !== before.current && setSearch('')),
    [projects],
  );

  /** Arrows walk through the bricks as they lie, two in a row; Escape ends a search first. */
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape' && search !== '') {
      used();
      field.current?.focus();
      event.stopPropagation();
      return;
    }
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>('button[data-brick]') ?? [])];
    const index = buttons.findIndex((button) => button === document.activeElement);
    const places = buttons.map((button) => button.getBoundingClientRect());
    // From the search field only down leads in, from a button that shows more nothing.
    const entering = event.key === 'ArrowDown' && document.activeElement === field.current;
    const next = index >= 0 ? neighbour(places, index, event.key) : entering ? 0 : null;
    if (event.key === 'ArrowUp' && index >= 0 && next === null) field.current?.focus();
    else if (next !== null) buttons[next]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section className={styles.palette} aria-label={words.palette} data-palette tabIndex={-1}>
      <div className={styles.search}>
        <input
          ref={field}
          type="search"
          data-palette-search
          aria-label={words.search}
          placeholder={touchOnly() ? words.placeholderTouch : words.placeholder}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && found[0] && !event.nativeEvent.isComposing) append(found[0]);
            else if (event.key === 'ArrowDown' || event.key === 'Escape') onKeyDown(event);
          }}
        />
        {search !== '' && (
          <button type="button" aria-label={words.clear} onClick={() => setSearch('')}>
            <Icon name="close" size={14} />
          </button>
        )}
      </div>
      <div ref={list} className={styles.list} onKeyDown={onKeyDown} role="presentation">
        {groups.slice(0, painted ? groups.length : inFirstPicture).map(({ category, entries }) => (
          <PaletteGroup
            key={category}
            category={category}
            entries={entries}
            everything={search.trim() !== ''}
            append={append}
            onDropped={used}
          />
        ))}
        <div aria-live="polite">{groups.length === 0 && <p className={styles.nothing}>{words.nothing(search)}</p>}</div>
      </div>
    </section>
  );
}
