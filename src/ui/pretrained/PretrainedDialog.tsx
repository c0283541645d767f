import { useEffect } from 'react';
import { useStore } from 'zustand';
import { pretrainedWords } from '../../i18n/panels/pretrained';
import { bytesOf } from '../../pretrained/storage/cache';
import { entryOf, entryOfFile } from '../../pretrained/catalogue';
import { useServices, useWords } from '../services';
import { DropZone } from '../kit/DropZone';
import { Modal } from '../kit/Modal';
import { bytesText } from '../../i18n/numbers';
import { ArchitectureRows } from './ArchitectureRows';
import { ChooseFile } from './ChooseFile';
import { OwnRow } from './OwnRow';
import rows from '../kit/Rows.module.css';
import styles from './Pretrained.module.css';
import { TroubleText } from './TroubleText';

/** All pretrained weights: what can be had, what is on this device, and how much room it takes. */
export default function PretrainedDialog() {
  const { pretrained, library } = useServices();
  const words = useWords(pretrainedWords);
  const cached = useStore(pretrained.store, (state) => state.cached) ?? [];
  const downloads = useStore(pretrained.store, (state) => state.downloads);
  useEffect(() => void pretrained.refresh(), [pretrained]);
  const take = (files: readonly File[]) => {
    const [file] = files;
    void pretrained.addFiles(files.length === 1 && file ? entryOfFile(library, file.name) : null, files);
  };
  const published = Object.values(library.architectures).filter(({ architecture }) => architecture.files.length > 0);
  const own = cached.filter(({ id }) => entryOf(library, id) === null);
  const adding = Object.keys(downloads).filter((id) => entryOf(library, id) === null);
  const bytes = cached.reduce((sum, weights) => sum + bytesOf(weights), 0);
  return (
    <Modal title={words.title} about={words.about} size="wide">
      <DropZone bare onFiles={take}>
        <p className={styles.total}>
          {cached.length === 0 ? words.none : words.total(String(cached.length), bytesText(bytes))} {words.dropHint}
        </p>
        <TroubleText about={(id) => id === ''} />
        {published.map(({ id, title, architecture }) => (
          <ArchitectureRows key={id} title={title} entries={architecture.files} />
        ))}
        <section className={styles.group} aria-label={words.own}>
          <header className={styles.head}>
            <h3>{words.own}</h3>
            <ChooseFile entry={null} />
          </header>
          <TroubleText about={(id) => id !== '' && entryOf(library, id) === null} />
          <ul className={rows.rows}>
            {adding.map((id) => (
              <OwnRow key={id} id={id} name={id} bytes={null} />
            ))}
            {own.map((weights) => (
              <OwnRow key={weights.id} id={weights.id} name={weights.files[0]?.name ?? ''} bytes={bytesOf(weights)} />
            ))}
          </ul>
        </section>
      </DropZone>
    </Modal>
  );
}
