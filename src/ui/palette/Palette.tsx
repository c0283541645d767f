import { useMemo, useRef, useState } from 'react';
import { paletteWords } from '../../i18n/palette';
import { canvasActions } from '../../editor/canvasActions';
import { appendBrick } from '../canvas/append';
import { useServices, useWords } from '../services';
import { Icon } from '../shell/Icon';
import styles from './Palette.module.css';
import { PaletteGroup } from './PaletteGroup';
import { type PaletteEntry, entriesOf } from './entries';
import { byCategory, searchBricks } from './searchBricks';

/** All bricks by category, with a search field. A click appends after the selection; dragging puts anywhere. */
export function Palette() {
  const { editor, library } = useServices();
  const words = useWords(paletteWords);
  const [search, setSearch] = useState('');
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
  const append = ({ brick, preset }: PaletteEntry) => canvasActions()?.reveal(appendBrick(editor, brick.type, preset));

  /** Arrows walk through the bricks as they lie, two in a row. */
  const onKeyDown = (event: React.KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>('button[data-brick]') ?? [])];
    const index = buttons.findIndex((button) => button === document.activeElement);
    const from = buttons[index]?.getBoundingClientRect();
    const next = buttons[nextIndex(event.key, index, buttons, from)];
    if (event.key === 'ArrowUp' && from && !next) field.current?.focus();
    else if (next) next.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section className={styles.palette} aria-label={words.palette}>
      <div className={styles.search}>
        <input
          ref={field}
          type="search"
          data-palette-search
          aria-label={words.search}
          placeholder={words.placeholder}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setSearch('');
            else if (event.key === 'Enter' && found[0] && !event.nativeEvent.isComposing) append(found[0]);
            else if (event.key === 'ArrowDown') onKeyDown(event);
          }}
        />
        {search !== '' && (
          <button type="button" aria-label={words.clear} onClick={() => setSearch('')}>
            <Icon name="close" size={14} />
          </button>
        )}
      </div>
      <div ref={list} className={styles.list} onKeyDown={onKeyDown} role="presentation">
        {groups.map(({ category, entries }) => (
          <PaletteGroup
            key={category}
            category={category}
            entries={entries}
            everything={search.trim() !== ''}
            append={append}
          />
        ))}
        {groups.length === 0 && <p className={styles.nothing}>{words.nothing(search)}</p>}
      </div>
    </section>
  );
}

/** The brick that an arrow key leads to: beside, or the nearest one in the row above or below. */
function nextIndex(key: string, index: number, buttons: readonly HTMLElement[], from: DOMRect | undefined): number {
  if (key === 'Home') return from ? 0 : -1;
  if (key === 'End') return from ? buttons.length - 1 : -1;
  if (key === 'ArrowDown' && !from) return 0;
  if (!from) return -1;
  if (key === 'ArrowRight') return index + 1;
  if (key === 'ArrowLeft') return index - 1;
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return -1;
  const sign = key === 'ArrowDown' ? 1 : -1;
  let best = -1;
  let distance = Infinity;
  buttons.forEach((button, other) => {
    const { left, top } = button.getBoundingClientRect();
    const ahead = (top - from.top) * sign;
    const far = ahead * 3 + Math.abs(left - from.left);
    if (ahead > 4 && far < distance) [best, distance] = [other, far];
  });
  return best;
}
