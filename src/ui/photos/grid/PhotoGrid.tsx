import { type CSSProperties, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Photo, PhotoSet } from '../../../data/photos/photos';
import { photosWords } from '../../../i18n/panels/photos';
import { useWords } from '../../services';
import styles from './PhotoGrid.module.css';
import { PhotoTile, tileId } from './PhotoTile';
import { gridRows, vertical } from './gridRows';
import { useRowsInSight } from './useRowsInSight';

interface PhotoGridProps {
  readonly set: PhotoSet;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onMove: (hashes: ReadonlySet<string>, label: number) => void;
  readonly onRemove: (hashes: ReadonlySet<string>) => void;
}

/** Pixels of a tile with the gap after it, at least; a row of them fills the width. */
const smallest = 84;
const heading = 30;

/** Thumbnails of all photos by class; only those in sight are drawn. Keys: arrows, Space, Delete, 1 … 9; Tab leaves. */
export function PhotoGrid({ set, selected, onSelect, onMove, onRemove }: PhotoGridProps) {
  const words = useWords(photosWords);
  const scroller = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(6 * smallest);
  const [active, setActive] = useState<string | null>(null);
  useEffect(() => {
    const element = scroller.current!;
    // The padding is on the left alone: on the right a gap follows the last tile.
    const observer = new ResizeObserver(() => setWidth(element.clientWidth - 4));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const columns = Math.max(2, Math.floor(width / smallest));
  const tile = Math.floor(width / columns);
  const { rows, order } = useMemo(() => gridRows(set, columns), [set, columns]);
  const heights = useMemo(() => rows.map(({ kind }) => (kind === 'class' ? heading : tile)), [rows, tile]);
  const sight = useRowsInSight(scroller, heights);
  const place = order.findIndex(({ hash }) => hash === active);

  const toggle = (hash: string) => {
    const next = new Set(selected);
    if (!next.delete(hash)) next.add(hash);
    onSelect(next);
  };
  const click = ({ hash }: Photo, range: boolean) => {
    const at = order.findIndex((photo) => photo.hash === hash);
    if (range && place >= 0) {
      const between = order.slice(Math.min(at, place), Math.max(at, place) + 1);
      onSelect(new Set([...selected, ...between.map((photo) => photo.hash)]));
    } else toggle(hash);
    setActive(hash);
  };
  const go = (photo: Photo | null | undefined) => {
    if (!photo) return;
    setActive(photo.hash);
    sight.scrollTo(rows.findIndex((row) => row.kind === 'photos' && row.photos.includes(photo)));
    // It may only now come to be drawn.
    setTimeout(() => document.getElementById(tileId(photo.hash))?.focus(), 50);
  };
  const press = (event: KeyboardEvent) => {
    const meant = selected.size > 0 ? selected : new Set(active === null ? [] : [active]);
    const number = Number(event.key);
    if (event.key === 'ArrowRight') go(order[place + 1]);
    else if (event.key === 'ArrowLeft') go(order[Math.max(0, place - 1)]);
    else if (event.key === 'ArrowDown') go(active === null ? order[0] : vertical(rows, active, 1));
    else if (event.key === 'ArrowUp') go(active === null ? order[0] : vertical(rows, active, -1));
    else if (event.key === 'Home') go(order[0]);
    else if (event.key === 'End') go(order.at(-1));
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onSelect(new Set(order.map(({ hash }) => hash)));
    else if ((event.key === 'Delete' || event.key === 'Backspace') && meant.size > 0) {
      onRemove(meant);
      go(order.slice(place + 1).find(({ hash }) => !meant.has(hash)));
    } else if (number >= 1 && number <= set.classes.length && meant.size > 0) onMove(meant, number - 1);
    else return;
    event.preventDefault();
  };

  return (
    <div ref={scroller} className={styles.grid} title={words.gridKeys}>
      <ul aria-label={words.grid} style={{ height: sight.total, '--tile': `${tile - 4}px` } as CSSProperties}>
        {sight.rows.map(({ index, start }) => {
          const row = rows[index]!;
          return (
            <li key={index} className={styles.row} style={{ transform: `translateY(${start}px)` }}>
              {row.kind === 'class' ? (
                <span className={styles.heading}>{set.classes[row.label]}</span>
              ) : (
                row.photos.map((photo) => (
                  <PhotoTile
                    key={photo.hash}
                    photo={photo}
                    selected={selected.has(photo.hash)}
                    reachable={photo.hash === (place < 0 ? order[0]?.hash : active)}
                    dragged={selected.has(photo.hash) ? selected : new Set([photo.hash])}
                    onClick={click}
                    onKeyDown={press}
                    onFocus={() => setActive(photo.hash)}
                  />
                ))
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
