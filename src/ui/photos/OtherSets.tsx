import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { PhotosElsewhere } from '../../editor/own/photosState';
import { datasetName } from '../../i18n/datasetNames';
import { countText } from '../../i18n/numbers';
import { photosWords } from '../../i18n/panels/photos';
import { useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import said from '../kit/Said.module.css';
import styles from './PhotosDialog.module.css';

/** Photos of other projects, each set with a button that brings it in. */
export function OtherSets() {
  const { photos, projects } = useServices();
  const words = useWords(photosWords);
  const language = useLanguage();
  const sets = useStore(photos.store, (state) => state.sets);
  const importing = useStore(photos.store, (state) => state.importing !== null);
  const list = useStore(projects.store, (state) => state.list);
  const [others, setOthers] = useState<readonly PhotosElsewhere[]>([]);
  useEffect(() => {
    let gone = false;
    void photos.elsewhere(sets).then((found) => gone || setOthers(found));
    return () => {
      gone = true;
    };
  }, [photos, sets]);
  if (others.length === 0) return null;
  return (
    <div className={styles.others}>
      <span className={said.note}>{words.elsewhere}</span>
      {others.map(({ project, set }) => {
        const name = datasetName(set.id, language);
        const title = list.find(({ id }) => id === project)?.title ?? '';
        return (
          <Button
            key={`${project} ${set.id}`}
            small
            icon="plus"
            disabled={importing}
            title={words.takeFrom(name, title)}
            onClick={() => void photos.take(project, set)}
          >
            {`${name} · ${words.count(countText(set.photos.length, language))}`}
          </Button>
        );
      })}
    </div>
  );
}
