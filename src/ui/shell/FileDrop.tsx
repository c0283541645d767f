import { type DragEvent, type ReactNode, useState } from 'react';
import { shellWords } from '../../i18n/shell';
import { useOpenFile, useOpenProject } from '../projects/useDocumentFiles';
import { dropsPhotos, droppedFiles } from '../photos/folderFiles';
import { usePhotoImport } from '../photos/usePhotoImport';
import { useWords } from '../services';
import styles from './FileDrop.module.css';

const hasFile = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');

/** Takes a project's file or folder, or a folder or zip of photos, dropped anywhere on the page. */
export function FileDrop({ children }: { readonly children: ReactNode }) {
  const words = useWords(shellWords);
  const openFile = useOpenFile();
  const openProject = useOpenProject();
  const bring = usePhotoImport();
  const [over, setOver] = useState(false);
  return (
    <div
      className={styles.whole}
      onDragOver={(event) => {
        if (!hasFile(event)) return;
        // A smaller place has said that it takes them.
        setOver(!event.isDefaultPrevented());
        event.preventDefault();
      }}
      onDragLeave={({ relatedTarget }) => relatedTarget === null && setOver(false)}
      onDropCapture={() => setOver(false)}
      onDrop={(event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        if (dropsPhotos(event.dataTransfer)) {
          void openProject(droppedFiles(event.dataTransfer, '')).then((folder) => folder && bring(folder));
          return;
        }
        void openFile([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && <div className={styles.hint}>{words.dropHere}</div>}
    </div>
  );
}
