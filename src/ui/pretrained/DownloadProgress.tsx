import { useStore } from 'zustand';
import { pretrainedWords } from '../../i18n/panels/pretrained';
import { statusWords } from '../../i18n/status';
import { useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { bytesText, timeText } from '../../i18n/numbers';
import styles from './Pretrained.module.css';

/** How far a file is: bytes, speed, time left, and a button that ends it. */
export function DownloadProgress({ id }: { readonly id: string }) {
  const { pretrained } = useServices();
  const words = useWords(pretrainedWords);
  const status = useWords(statusWords);
  const progress = useStore(pretrained.store, ({ downloads }) => downloads[id]);
  if (progress === undefined) return null;
  const { received, total, bytesPerSecond, secondsLeft } = progress;
  const left = secondsLeft === null ? '' : timeText(secondsLeft, status);
  return (
    <span className={styles.progress}>
      <progress
        className={styles.bar}
        aria-label={words.downloadOf(id)}
        {...(total === null || total === 0 ? {} : { max: total, value: received })}
      />
      <span>
        {total === null ? bytesText(received) : words.progress(bytesText(received), bytesText(total))}
        {bytesPerSecond > 0 && ` · ${words.speed(bytesText(Math.round(bytesPerSecond)), left)}`}
      </span>
      <Button small icon="close" aria-label={words.cancelOf(id)} onClick={() => pretrained.cancel(id)} />
    </span>
  );
}
