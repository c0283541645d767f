import { addClass, countsOf } from '../../data/photos/photoSet';
import type { PhotoSet } from '../../data/photos/photos';
import { photosWords } from '../../i18n/panels/photos';
import { useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import styles from './ClassList.module.css';
import { ClassRow } from './ClassRow';

interface ClassListProps {
  readonly set: PhotoSet;
  readonly onWebcam: (name: string) => void;
}

/** The classes of a set, each with a bar beside the largest one. */
export function ClassList({ set, onWebcam }: ClassListProps) {
  const { photos } = useServices();
  const words = useWords(photosWords);
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
            <ClassRow set={set} label={label} count={counts[label]!} most={most} onWebcam={() => onWebcam(name)} />
          </li>
        ))}
      </ul>
      <Button small icon="plus" onClick={add}>
        {words.addClass}
      </Button>
    </section>
  );
}
