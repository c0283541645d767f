import { useMemo, useRef, useState } from 'react';
import type { AnyTemplate, TemplateGroup } from '../../document/template';
import { galleryWords } from '../../i18n/gallery';
import { Button } from '../kit/Button';
import { useWords } from '../services';
import styles from './Gallery.module.css';
import { GallerySection } from './GallerySection';
import { moveBetweenButtons } from './moveBetweenButtons';
import { searchTemplates } from './searchTemplates';

interface GalleryListProps {
  readonly templates: readonly AnyTemplate[];
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** Template whose options were open just now; its card takes the focus. */
  readonly left: AnyTemplate | null;
  /** Opens a project without bricks. */
  readonly blank: () => void;
  readonly onPick: (template: AnyTemplate) => void;
}

/** All templates by task; a task or a search narrows them. */
export function GalleryList({ templates, search, onSearch, left, blank, onPick }: GalleryListProps) {
  const words = useWords(galleryWords);
  const sections = useRef<HTMLDivElement>(null);
  const [only, setOnly] = useState<TemplateGroup | null>(null);
  const found = useMemo(() => searchTemplates(templates, search), [templates, search]);
  const shown = only === null ? found : found.filter(({ group }) => group === only);
  const tasks = [null, ...searchTemplates(templates, '').map(({ group }) => group)];
  const count = (group: TemplateGroup | null) =>
    found.reduce((sum, one) => sum + (group === null || one.group === group ? one.templates.length : 0), 0);
  return (
    <div className={styles.gallery}>
      <nav className={styles.tasks} aria-label={words.tasks}>
        <input
          type="search"
          className={styles.search}
          aria-label={words.search}
          placeholder={words.search}
          value={search}
          onChange={(event) => {
            onSearch(event.target.value);
            setOnly(null);
          }}
          onKeyDown={(event) => {
            // Into what was found.
            const first = event.key === 'ArrowDown' ? sections.current?.querySelector('button') : null;
            if (!first) return;
            event.preventDefault();
            first.focus();
          }}
        />
        <Button icon="plus" className={styles.blank} onClick={blank}>
          {words.blank}
        </Button>
        <div className={styles.choices} role="presentation" onKeyDown={moveBetweenButtons}>
          {tasks.map((group) => (
            <button
              key={group ?? 'all'}
              type="button"
              className={styles.task}
              aria-pressed={only === group}
              onClick={() => setOnly(group)}
            >
              <span>{words[group ?? 'all']}</span> <small>{count(group)}</small>
            </button>
          ))}
        </div>
      </nav>
      <div ref={sections} className={styles.sections} role="presentation" onKeyDown={moveBetweenButtons}>
        {shown.map((one) => (
          <GallerySection key={one.group} {...one} left={left} onPick={onPick} />
        ))}
        <div aria-live="polite">{shown.length === 0 && <p className={styles.note}>{words.nothing(search)}</p>}</div>
      </div>
    </div>
  );
}
