import { useStore } from 'zustand';
import { pretrainedWords } from '../../i18n/panels/pretrained';
import { bytesOf } from '../../pretrained/storage/cache';
import type { WeightsEntry } from '../../document/architecture';
import { useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { DropZone } from '../kit/DropZone';
import { bytesText } from '../../i18n/numbers';
import { ChooseFile } from './ChooseFile';
import { DownloadProgress } from './DownloadProgress';
import rows from '../kit/Rows.module.css';
import styles from './Pretrained.module.css';
import { TroubleText } from './TroubleText';
import { useAddFiles } from './useAddFiles';

/** One file of the catalogue: its size, whether it is here, and how it gets here. */
export function EntryRow({ entry }: { readonly entry: WeightsEntry }) {
  const { pretrained } = useServices();
  const words = useWords(pretrainedWords);
  const { id, includeTop } = entry;
  const cached = useStore(pretrained.store, (state) => state.cached?.find((weights) => weights.id === id));
  const running = useStore(pretrained.store, ({ downloads }) => id in downloads);
  const add = useAddFiles(entry);
  const bytes = cached ? bytesOf(cached) : entry.bytes;
  return (
    <li>
      <DropZone bare className={rows.row} onFiles={running ? undefined : add}>
        <span className={styles.name}>
          <b>{includeTop ? words.withTop : words.noTop}</b>
          <span>
            {bytes === null ? words.unknownSize : bytesText(bytes)}
            {cached && ` · ${words.cached}`}
          </span>
        </span>
        {running && <DownloadProgress id={id} />}
        {!running && !cached && (
          <Button
            small
            icon="download"
            aria-label={words.downloadOf(id)}
            onClick={() => void pretrained.download(entry)}
          >
            {words.download}
          </Button>
        )}
        {!running && !cached && <ChooseFile entry={entry} />}
        {!running && cached && (
          <Button small icon="trash" aria-label={words.removeOf(id)} onClick={() => void pretrained.remove(id)} />
        )}
      </DropZone>
      <TroubleText about={(troubled) => troubled === id} />
    </li>
  );
}
