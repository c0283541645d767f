import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { statusWords } from '../../../i18n/status';
import { useServices, useWords } from '../../services';
import { lossText, percentText } from '../../../i18n/numbers';
import styles from './StatusLine.module.css';

/** Says every epoch's end, and how a run ended, to screen readers. */
export function Announcer() {
  const { runner } = useServices();
  const words = useWords(statusWords);
  const { last, state } = useStore(
    runner.store,
    useShallow(({ run }) => ({ last: run?.epochs.at(-1), state: run?.state })),
  );
  const end = state === 'finished' || state === 'stopped' || state === 'failed' ? words[state] : '';
  const epoch = last
    ? words.epochDone(last.epoch, lossText(last.loss), last.accuracy === null ? '' : percentText(last.accuracy))
    : '';
  return (
    <span className={styles.hidden} aria-live="polite">
      {`${epoch} ${end}`.trim()}
    </span>
  );
}
