import { useEffect } from 'react';
import { useStore } from 'zustand';
import { pretrainedWords } from '../../i18n/panels/pretrained';
import { entryOf } from '../../pretrained/catalogue';
import { Choice } from './Choice';
import { useServices, useWords } from '../services';
import { ChooseFile } from '../pretrained/ChooseFile';
import { DownloadProgress } from '../pretrained/DownloadProgress';
import styles from './Fields.module.css';
import { TroubleText } from '../pretrained/TroubleText';

interface OwnFileFieldProps {
  /** SHA-256 of the file; empty where none is chosen. */
  readonly value: string | null;
  readonly label: string;
  readonly describedBy?: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** A file of somebody's own: one of those that are on this device, or another one that is kept there from then on. */
export default function OwnFileField({ value, label, describedBy, onChoose }: OwnFileFieldProps) {
  const { pretrained, library } = useServices();
  const words = useWords(pretrainedWords);
  const cached = useStore(pretrained.store, (state) => state.cached);
  const downloads = useStore(pretrained.store, (state) => state.downloads);
  useEffect(() => void pretrained.refresh(), [pretrained]);
  const own = new Map(
    (cached ?? []).flatMap(({ id, files }) => (entryOf(library, id) ? [] : [[id, files[0]?.name ?? '']])),
  );
  const ids = [...new Set(['', ...own.keys(), ...(value === null ? [] : [value])])];
  const text = (id: string) => {
    if (id === '') return words.noFile;
    const name = own.get(id);
    return name === undefined ? words.fileGone(id.slice(0, 8)) : `${name} · ${id.slice(0, 8)}`;
  };
  return (
    <span className={styles.ownFile}>
      <Choice options={ids} value={value} label={label} describedBy={describedBy} text={text} onValue={onChoose} />
      <ChooseFile entry={null} onAdded={onChoose} />
      {Object.keys(downloads)
        .filter((id) => entryOf(library, id) === null)
        .map((id) => (
          <DownloadProgress key={id} id={id} />
        ))}
      <TroubleText about={(id) => entryOf(library, id) === null} />
    </span>
  );
}
