import { useState } from 'react';
import { addClass, countsOf } from '../../data/photos/photoSet';
import type { PhotoSet } from '../../data/photos/photos';
import { photosWords } from '../../i18n/panels/photos';
import { useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import said from '../kit/Said.module.css';
import styles from './ClassList.module.css';
import { ClassRow } from './ClassRow';

interface ClassListProps {
  readonly set: PhotoSet;
  /** The camera for the class of this number. */
  readonly onWebcam: (label: number) => void;
}

/** The classes of a set, each with a bar beside the largest one. */
export function ClassList({ set, onWebcam }: ClassListProps) {
  const { photos } = useServices();
  const words = useWords(photosWords);
  /** The class that became part of another by its new name, and that one. */
  const [merged, setMerged] = useState<readonly [string, string] | null>(null);
  const counts = countsOf(set);
  const most = Math.max(...counts.map(({ all }) => all), 0);
  const add = () => {
    let number = set.classes.length + 1;
    while (set.classes.includes(words.newClass(number))) number++;
    void photos.change(set.id, addClass(words.newClass(number)));
  };
  return (
    <section className={styles.classes} aria-label={words.classes}>
      <ul>
        {set.classes.map((name, label) => (
          // A class keeps its row when it is renamed.
          <li key={label}>
            <ClassRow
              set={set}
              label={label}
              count={counts[label]!}
              most={most}
              onWebcam={() => onWebcam(label)}
              onMerged={(into) => setMerged([name, into])}
            />
          </li>
        ))}
      </ul>
      <div aria-live="polite">
        {merged !== null && set.classes.includes(merged[1]) && !set.classes.includes(merged[0]) && (
          <p className={said.note}>
            {words.merged(...merged)}{' '}
            <Button small onClick={() => void photos.undo()}>
              {words.undo}
            </Button>
          </p>
        )}
      </div>
      <Button small icon="plus" onClick={add}>
        {words.addClass}
      </Button>
    </section>
  );
}
