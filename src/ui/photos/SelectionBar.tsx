import { movePhotos, removePhotos, setPart } from '../../data/photos/photoSet';
import { type PhotoSet, parts } from '../../data/photos/photos';
import { useStore } from 'zustand';
import { photosWords } from '../../i18n/panels/photos';
import fields from '../fields/Fields.module.css';
import { useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import said from '../kit/Said.module.css';
import styles from './PhotosDialog.module.css';

interface SelectionBarProps {
  readonly set: PhotoSet;
  readonly selected: ReadonlySet<string>;
  readonly onDone: () => void;
}

/** What can be done with the photos that are selected; undo stands beside it. */
export function SelectionBar({ set, selected, onDone }: SelectionBarProps) {
  const { photos } = useServices();
  const words = useWords(photosWords);
  const undoable = useStore(photos.store, (state) => state.undoable);
  const change = (edit: Parameters<typeof photos.change>[1]) => {
    void photos.change(set.id, edit);
    onDone();
  };
  return (
    <div className={styles.selection}>
      {selected.size === 0 ? (
        <span className={said.note}>{words.gridKeys}</span>
      ) : (
        <>
          <span>{words.selected(selected.size)}</span>
          <select
            className={fields.input}
            aria-label={words.moveTo}
            value=""
            onChange={({ target }) => change(movePhotos(selected, Number(target.value)))}
          >
            <option value="">{words.moveTo}</option>
            {set.classes.map((name, label) => (
              <option key={name} value={label}>
                {name}
              </option>
            ))}
          </select>
          <select
            className={fields.input}
            aria-label={words.usePart}
            value=""
            onChange={({ target }) => {
              const part = parts.find((each) => each === target.value);
              if (part !== undefined) change(setPart(selected, part));
            }}
          >
            <option value="">{words.usePart}</option>
            {parts.map((part) => (
              <option key={part} value={part}>
                {words[part]}
              </option>
            ))}
          </select>
          <Button small icon="trash" onClick={() => change(removePhotos(selected))}>
            {words.remove}
          </Button>
          <Button small tone="quiet" onClick={onDone}>
            {words.selectNone}
          </Button>
        </>
      )}
      {undoable && (
        <Button small tone="quiet" icon="undo" onClick={() => void photos.undo()}>
          {words.undo}
        </Button>
      )}
    </div>
  );
}
