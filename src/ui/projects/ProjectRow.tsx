import { useState } from 'react';
import { useStore } from 'zustand';
import { longestName } from '../../document/longestName';
import type { ProjectEntry } from '../../editor/projects/projects';
import { shortName } from '../../i18n/inView';
import { projectsWords } from '../../i18n/projects';
import { useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import rows from '../kit/Rows.module.css';
import { ProjectPicture } from './ProjectPicture';
import styles from './Projects.module.css';

interface ProjectRowProps {
  readonly entry: ProjectEntry;
  readonly onRemove: () => void;
}

/** One project: its title (renamed in place), size, time of the last change, and what can be done with it. */
export function ProjectRow({ entry, onRemove }: ProjectRowProps) {
  const { projects, session } = useServices();
  const words = useWords(projectsWords);
  const language = useLanguage();
  const current = useStore(projects.store, (state) => state.current === entry.id);
  const [draft, setDraft] = useState<string | null>(null);
  const title = entry.title === '' ? words.untitled : shortName(entry.title);
  const elsewhere = useStore(projects.store, (state) => state.openElsewhere.includes(entry.id));
  const time = new Date(entry.changed);
  const changed = Number.isNaN(time.getTime())
    ? words.notChanged
    : time.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
  const rename = () => {
    if (draft !== null && draft !== entry.title) void projects.rename(entry.id, draft);
    setDraft(null);
  };
  return (
    <li className={`${rows.row} ${styles.row}`} aria-current={current}>
      <ProjectPicture entry={entry} />
      {draft === null ? (
        <button
          type="button"
          className={styles.open}
          aria-label={words.open(title)}
          onClick={() => {
            session.open(null);
            if (!current) void projects.open(entry.id);
          }}
        >
          <b>{title}</b>
          <span>
            {words.bricks(entry.bricks)} · {changed}
            {current && ` · ${words.current}`}
            {elsewhere && ` · ${words.elsewhere}`}
          </span>
        </button>
      ) : (
        <input
          className={styles.search}
          aria-label={words.newName}
          value={draft}
          maxLength={longestName}
          ref={(input) => input?.focus()}
          onChange={({ target }) => setDraft(target.value)}
          onBlur={rename}
          onKeyDown={(event) => {
            if (event.key === 'Enter') rename();
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setDraft(null);
          }}
        />
      )}
      <Button small icon="pen" aria-label={words.rename(title)} onClick={() => setDraft(entry.title)} />
      <Button small icon="copy" aria-label={words.duplicate(title)} onClick={() => void projects.duplicate(entry.id)} />
      <Button small icon="trash" aria-label={words.remove(title)} onClick={onRemove} />
    </li>
  );
}
