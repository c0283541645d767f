import { useState } from 'react';
import { type PhotoCounts, movePhotos, removeClass, renameClass } from '../../data/photos/photoSet';
import type { PhotoSet } from '../../data/photos/photos';
import { photosWords } from '../../i18n/panels/photos';
import { useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { FileButton } from '../kit/FileButton';
import styles from './ClassList.module.css';
import { dragType } from './grid/dragType';
import { chosenFiles, droppedFiles } from './folderFiles';
import { usePhotoImport } from './usePhotoImport';

interface ClassRowProps {
  readonly set: PhotoSet;
  readonly label: number;
  readonly count: PhotoCounts;
  /** Photos of the largest class. */
  readonly most: number;
  readonly onWebcam: () => void;
  /** Its new name is that of another class, which takes its photos. */
  readonly onMerged: (into: string) => void;
}

/** One class: its name, how many photos it has beside the others, and what can be done with it. */
export function ClassRow({ set, label, count, most, onWebcam, onMerged }: ClassRowProps) {
  const { photos } = useServices();
  const words = useWords(photosWords);
  const bring = usePhotoImport();
  const name = set.classes[label]!;
  /** What is being typed. */
  const [text, setText] = useState<string | null>(null);
  const rename = () => {
    const wanted = text?.trim() ?? '';
    setText(null);
    if (wanted !== name && set.classes.includes(wanted)) onMerged(wanted);
    if (wanted !== '') void photos.change(set.id, renameClass(label, wanted));
  };
  const width = (photosOf: number) => `${most === 0 ? 0 : (photosOf / most) * 100}%`;
  const counted = words.parts(String(count.training), String(count.validation), count.test);
  return (
    <div
      className={styles.class}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const hashes = event.dataTransfer.getData(dragType);
        if (hashes !== '') void photos.change(set.id, movePhotos(new Set(hashes.split(' ')), label));
        else {
          event.stopPropagation();
          void bring(droppedFiles(event.dataTransfer, name), set.id, name);
        }
      }}
    >
      <div className={styles.line}>
        <input
          className={styles.name}
          aria-label={words.className(name)}
          value={text ?? name}
          maxLength={100}
          spellCheck={false}
          onChange={({ target }) => setText(target.value)}
          onBlur={rename}
          onKeyDown={({ key }) => key === 'Enter' && rename()}
        />
        <span className={styles.count}>{count.all.toLocaleString('en-US')}</span>
        <FileButton
          small
          tone="quiet"
          icon="plus"
          aria-label={words.addPhotos(name)}
          label={words.addPhotos(name)}
          accept="image/*,.zip"
          multiple
          onFiles={(files) => void bring(chosenFiles(files, name), set.id, name)}
        />
        <Button small tone="quiet" icon="camera" aria-label={words.webcamInto(name)} onClick={onWebcam} />
        <Button
          small
          tone="quiet"
          icon="trash"
          aria-label={words.removeClass(name)}
          onClick={() => void photos.change(set.id, removeClass(label))}
        />
      </div>
      <div className={styles.bar} title={counted}>
        <span style={{ width: width(count.training) }} />
        <span className={styles.held} style={{ width: width(count.validation) }} />
        <span className={styles.test} style={{ width: width(count.test) }} />
      </div>
      <p className={styles.parts}>{counted}</p>
    </div>
  );
}
