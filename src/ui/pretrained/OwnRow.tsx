import { useStore } from 'zustand';
import { pretrainedWords } from '../../i18n/panels/pretrained';
import { useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { bytesText } from '../../i18n/numbers';
import { DownloadProgress } from './DownloadProgress';
import rows from '../kit/Rows.module.css';
import styles from './Pretrained.module.css';

interface OwnRowProps {
  readonly id: string;
  readonly name: string;
  /** Null while it is on its way. */
  readonly bytes: number | null;
}

/** A file of somebody's own on this device. */
export function OwnRow({ id, name, bytes }: OwnRowProps) {
  const { pretrained } = useServices();
  const words = useWords(pretrainedWords);
  const running = useStore(pretrained.store, ({ downloads }) => id in downloads);
  return (
    <li className={rows.row}>
      <span className={styles.name}>
        <b>{name}</b>
        <span>{bytes !== null && `${bytesText(bytes)} · SHA-256 ${id.slice(0, 12)}…`}</span>
      </span>
      {running ? (
        <DownloadProgress id={id} />
      ) : (
        <Button small icon="trash" aria-label={words.removeOf(name)} onClick={() => void pretrained.remove(id)} />
      )}
    </li>
  );
}
