import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { isMild, movePhotos, photoSetTrouble, removePhotos } from '../../data/photos/photoSet';
import type { PhotoSet } from '../../data/photos/photos';
import { photosWords } from '../../i18n/panels/photos';
import { photoSetTroubleText } from '../../i18n/troubles/photosTrouble';
import { useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { Modal } from '../kit/Modal';
import { ClassList } from './ClassList';
import { ImportBar } from './ImportBar';
import { LeftOutList } from './LeftOutList';
import { OtherSets } from './OtherSets';
import { PhotoGrid } from './grid/PhotoGrid';
import said from '../kit/Said.module.css';
import styles from './PhotosDialog.module.css';
import { SelectionBar } from './SelectionBar';
import { SetBar } from './SetBar';
import { SplitRow } from './SplitRow';
import { Webcam } from './Webcam';
import { useShownSet } from './useShownSet';

/** Photos of one's own: brought in, sorted into classes, split, and chosen for training. */
export default function PhotosDialog() {
  const words = useWords(photosWords);
  const { photos } = useServices();
  const importing = useStore(photos.store, (state) => state.importing !== null);
  const set = useShownSet();
  // Of a set that the camera fills, it is open for the first class.
  const [begun, setBegun] = useState(false);
  return (
    <Modal title={words.photos} about={words.about} size="wide">
      <div className={styles.dialog}>
        <div className={styles.top}>
          {set !== null && <SetBar set={set} />}
          <ImportBar set={null} />
        </div>
        <OtherSets />
        {set === null ? (
          <div className={styles.empty}>
            <p>{words.hint}</p>
            <Button
              icon="camera"
              disabled={importing}
              onClick={() => {
                setBegun(true);
                void photos.begin(words.camera, [words.newClass(1), words.newClass(2)]);
              }}
            >
              {words.beginByCamera}
            </Button>
          </div>
        ) : (
          <Whole set={set} key={set.id} begun={begun} />
        )}
      </div>
    </Modal>
  );
}

function Whole({ set, begun }: { readonly set: PhotoSet; readonly begun: boolean }) {
  const { photos } = useServices();
  const language = useLanguage();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [webcam, setWebcam] = useState<number | null>(begun ? 0 : null);
  const trouble = photoSetTrouble(set);
  /** One import ends another: what the camera took waits for its turn. */
  const keeping = useRef(Promise.resolve());
  const keep = (files: readonly File[], into: string) => {
    const taken = files.map((file) => ({ path: file.name, file }));
    keeping.current = keeping.current.then(async () => {
      await photos.add(taken, { name: into, set: set.id, into });
    });
  };
  const filming = webcam === null ? undefined : set.classes[webcam];
  const none = () => setSelected(new Set());
  const change = (edit: (before: PhotoSet) => PhotoSet) => {
    void photos.change(set.id, edit);
    none();
  };
  return (
    <>
      {/* While a class is being photographed nothing is missing yet. */}
      {trouble !== null && filming === undefined && (
        <output className={`${said.trouble} ${styles.trouble}`} data-mild={isMild(trouble)}>
          {photoSetTroubleText(trouble, language)}
        </output>
      )}
      <div className={styles.columns}>
        <div className={styles.left}>
          <ClassList set={set} onWebcam={setWebcam} />
          {filming !== undefined && (
            <Webcam key={webcam} name={filming} onClose={() => setWebcam(null)} onTaken={keep} />
          )}
        </div>
        <div className={styles.right}>
          <PhotoGrid
            set={set}
            selected={selected}
            onSelect={setSelected}
            onMove={(hashes, label) => change(movePhotos(hashes, label))}
            onRemove={(hashes) => change(removePhotos(hashes))}
          />
          <SelectionBar set={set} selected={selected} onDone={none} />
        </div>
      </div>
      <SplitRow set={set.id} />
      <LeftOutList set={set} />
    </>
  );
}
