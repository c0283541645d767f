import { safeFileName } from '../../../formats/file';
import { predictionWords } from '../../../i18n/panels/prediction';
import { useEditor, useLanguage, useServices, useWords } from '../../services';
import { Button } from '../../kit/Button';
import { DropZone } from '../../kit/DropZone';
import { FileButton } from '../../kit/FileButton';
import { download } from '../../kit/download';
import { countText } from '../../../i18n/numbers';
import { useAnswerNames } from '../../samples/useAnswerNames';
import said from '../../kit/Said.module.css';
import styles from './Photos.module.css';
import type { PhotoAnswers } from './usePhotoAnswers';

interface PhotoPickProps {
  readonly photos: PhotoAnswers;
  readonly count: number;
}

/** Many photos, chosen or dropped: how far they are, and what to do with the answers. */
export function PhotoPick({ photos, count }: PhotoPickProps) {
  const { session } = useServices();
  const words = useWords(predictionWords);
  const language = useLanguage();
  const title = useEditor((state) => state.document.title);
  const nameOf = useAnswerNames();
  const { list, busy } = photos;
  const text = (value: number) => countText(value, language);
  const waiting = list.filter(({ state }) => state === 'waiting').length;
  const leftOut = list.filter(({ state }) => state === 'unreadable').length;
  const done = list.length - waiting;

  const save = async () => {
    const { answersCsv } = await import('./answersCsv');
    const units = list.find(({ outputs }) => outputs.length > 0)?.outputs[0]?.length ?? 0;
    const rows = list.map(({ file, outputs }) => ({ name: file.name, values: outputs[0] ?? null }));
    const csv = answersCsv(rows, count, nameOf(units), {
      photo: words.photo,
      class: words.classOf,
      share: words.shareOf,
    });
    const name = `${safeFileName(title)}-answers.csv`;
    // A spreadsheet takes a file with this mark for UTF-8.
    download(name, new Blob(['\ufeff', csv], { type: 'text/csv' }));
    session.notify({ tone: 'success', text: name });
  };
  return (
    <DropZone onFiles={photos.add}>
      <p className={said.note}>{words.photosHint}</p>
      <FileButton small icon="image" label={words.pickPhotos} accept="image/*" multiple onFiles={photos.add}>
        {words.pickPhotos}
      </FileButton>
      {list.length > 0 && (
        <>
          {waiting > 0 && <progress className={said.bar} aria-label={words.answersOf} max={list.length} value={done} />}
          <p className={said.note} aria-live="polite">
            {waiting > 0 ? words.photosBusy(text(done), text(list.length)) : words.photosDone(text(list.length))}
            {leftOut > 0 && ` · ${words.photosLeftOut(text(leftOut))}`}
          </p>
          <div className={styles.buttons}>
            {busy && (
              <Button small onClick={photos.stop}>
                {words.cancel}
              </Button>
            )}
            {!busy && waiting > 0 && (
              <Button small onClick={photos.goOn}>
                {words.goOn}
              </Button>
            )}
            {done > 0 && (
              <Button small icon="download" onClick={() => void save()}>
                {words.saveCsv}
              </Button>
            )}
            <Button small tone="quiet" icon="trash" aria-label={words.clearList} onClick={photos.clear} />
          </div>
        </>
      )}
    </DropZone>
  );
}
