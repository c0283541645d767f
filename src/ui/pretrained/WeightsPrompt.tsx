import { useStore } from 'zustand';
import type { WeightsFrom } from '../../compile/plan';
import { weightsIdOf } from '../../editor/building/missingStarts';
import { pretrainedWords } from '../../i18n/panels/pretrained';
import { useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { DropZone } from '../kit/DropZone';
import { bytesText } from '../../i18n/numbers';
import { ChooseFile } from './ChooseFile';
import { DownloadProgress } from './DownloadProgress';
import styles from './Pretrained.module.css';
import { TroubleText } from './TroubleText';
import { useAddFiles } from './useAddFiles';

interface WeightsPromptProps {
  readonly from: WeightsFrom;
  /** They are on this device now, under this id. */
  readonly onReady: (id: string) => void;
  readonly onRandom: () => void;
}

/** What is shown when a model needs weights that are not here: download them, choose a file, or go on without. */
export function WeightsPrompt({ from, onReady, onRandom }: WeightsPromptProps) {
  const { pretrained } = useServices();
  const words = useWords(pretrainedWords);
  const { entry = null } = from;
  const id = weightsIdOf(from);
  const running = useStore(pretrained.store, ({ downloads }) => id in downloads);
  const add = useAddFiles(entry, onReady);
  const size = entry === null || entry.bytes === null ? '' : ` (${bytesText(entry.bytes)})`;
  return (
    <DropZone bare className={styles.prompt} onFiles={running ? undefined : add}>
      <p>{words.needed(id)}</p>
      <TroubleText about={(troubled) => troubled === id || troubled === ''} />
      {running ? (
        <DownloadProgress id={id} />
      ) : (
        <div className={styles.choices}>
          {entry && (
            <Button
              tone="primary"
              icon="download"
              onClick={() => void pretrained.download(entry).then(({ ok }) => ok && onReady(id))}
            >
              {words.download + size}
            </Button>
          )}
          <ChooseFile entry={entry} onAdded={onReady} small={false} />
          <Button tone="quiet" onClick={onRandom}>
            {words.random}
          </Button>
        </div>
      )}
    </DropZone>
  );
}
