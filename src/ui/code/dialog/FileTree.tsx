import { type KeyboardEvent, useRef, useState } from 'react';
import { exportWords } from '../../../i18n/panels/export';
import { bytesText } from '../../../i18n/numbers';
import { Icon } from '../../kit/Icon';
import { useWords } from '../../services';
import styles from './FileTree.module.css';
import { closedAtFirst, treeRows } from './fileTree';
import { treeStep } from './treeKeys';

interface FileTreeProps {
  /** Bytes of every file by its path. */
  readonly sizes: Readonly<Record<string, number>>;
  readonly chosen: string | null;
  readonly onChoose: (path: string) => void;
}

/** Milliseconds in which letters belong together. */
const together = 700;

/** Files in their folders: one line of them has the focus, and the file that has it is shown. */
export function FileTree({ sizes, chosen, onChoose }: FileTreeProps) {
  const words = useWords(exportWords);
  const [closed, setClosed] = useState(() => closedAtFirst(sizes));
  const [focused, setFocused] = useState<string | null>(null);
  const typed = useRef({ letters: '', at: 0 });
  const lines = useRef(new Map<string, HTMLElement>());
  const rows = treeRows(sizes, closed);
  const placeOf = (path: string | null) => rows.findIndex((row) => row.path === path);
  const at = [focused, chosen].map(placeOf).find((place) => place >= 0) ?? 0;

  const toggle = (paths: readonly string[], open: boolean) =>
    setClosed((before) => new Set(open ? [...before].filter((path) => !paths.includes(path)) : [...before, ...paths]));
  const focus = (place: number) => {
    const row = rows[place]!;
    setFocused(row.path);
    if (!row.folder) onChoose(row.path);
    lines.current.get(row.path)?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, timeStamp } = event;
    const goesOn = timeStamp - typed.current.at < together;
    const letter = key.length === 1 && key !== ' ' && key !== '*';
    if (letter) typed.current = { letters: (goesOn ? typed.current.letters : '') + key, at: timeStamp };
    const step = treeStep(rows, at, key, letter ? typed.current.letters : '');
    if (step === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (step.open) toggle(step.open, true);
    if (step.close !== undefined) toggle([step.close], false);
    if (step.focus !== undefined) focus(step.focus);
  };

  return (
    <div role="tree" aria-label={words.files} className={styles.tree}>
      {rows.map((row, place) => {
        const { path, name, level, folder, open, size, files } = row;
        const said = folder ? words.folder(String(files), bytesText(size)) : bytesText(size);
        return (
          <div
            key={path}
            ref={(element) => {
              if (element) lines.current.set(path, element);
              else lines.current.delete(path);
            }}
            role="treeitem"
            tabIndex={place === at ? 0 : -1}
            aria-level={level}
            aria-posinset={row.place}
            aria-setsize={row.beside}
            aria-selected={path === chosen}
            aria-expanded={folder ? open : undefined}
            aria-label={`${name}, ${said}`}
            title={path}
            className={styles.row}
            style={{ paddingLeft: 8 + (level - 1) * 16 }}
            onKeyDown={press}
            onClick={() => {
              if (folder) toggle([path], !open);
              focus(place);
            }}
          >
            <span className={styles.sign}>{folder && <Icon name={open ? 'down' : 'right'} size={14} />}</span>
            <span className={styles.name}>{name}</span>
            <span className={styles.size}>{bytesText(size)}</span>
          </div>
        );
      })}
    </div>
  );
}
