import { useStore } from 'zustand';
import { usable } from '../../data/photos/photoSet';
import type { PhotoSet } from '../../data/photos/photos';
import { setTraining } from '../../document/edits/project';
import { datasetName } from '../../i18n/datasetNames';
import { photosWords } from '../../i18n/panels/photos';
import fields from '../fields/Fields.module.css';
import { useEditor, useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import styles from './PhotosDialog.module.css';

/** Which set is looked at, and whether the model is trained on it. */
export function SetBar({ set }: { readonly set: PhotoSet }) {
  const { photos, editor, session } = useServices();
  const words = useWords(photosWords);
  const language = useLanguage();
  const sets = useStore(photos.store, (state) => state.sets);
  const chosen = useEditor((state) => state.document.training.dataset === set.id);
  // What does not fit stands there, with its ways out.
  const learn = () => {
    editor.edit(setTraining({ dataset: set.id }), 'training:dataset');
    session.open(null);
    session.show('training');
  };
  const forget = async () => {
    const restore = await photos.forget(set.id);
    session.notify({
      tone: 'info',
      text: (now) => photosWords[now].setForgotten(datasetName(set.id, now)),
      action: { label: (now) => photosWords[now].undo, run: () => void restore() },
    });
  };
  return (
    <div className={styles.tools}>
      <select
        className={fields.input}
        aria-label={words.set}
        value={set.id}
        onChange={({ target }) => photos.show(target.value)}
      >
        {sets.map(({ id }) => (
          <option key={id} value={id}>
            {datasetName(id, language)}
          </option>
        ))}
      </select>
      {usable(set) && (
        <Button small tone={chosen ? 'plain' : 'primary'} icon={chosen ? 'check' : 'play'} onClick={learn}>
          {chosen ? words.used : words.use}
        </Button>
      )}
      <Button small tone="quiet" icon="trash" aria-label={words.forgetSet} onClick={() => void forget()} />
    </div>
  );
}
