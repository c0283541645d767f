import { useStore } from 'zustand';
import { statusWords } from '../../i18n/status';
import { runEnds } from '../../i18n/voice/runEnds';
import { trainingWords } from '../../i18n/panels/training';
import { useServices, useWords } from '../services';
import { countText, timeText } from '../../i18n/numbers';
import { useTrust } from '../samples/useTrust';
import { useLeftBehind } from './useLeftBehind';
import styles from './Progress.module.css';

/** How far the run is: epoch, batches, speed, time left. */
export function Progress() {
  const { runner } = useServices();
  const words = useWords(trainingWords);
  const status = useWords(statusWords);
  const ends = useWords(runEnds);
  const phase = useStore(runner.store, (state) => state.phase);
  const progress = useStore(runner.store, (state) => state.progress);
  const run = useStore(runner.store, (state) => state.run);
  const leftBehind = useLeftBehind();
  const outdated = useTrust() === 'outdated';
  if (phase === 'idle' && run === null) return <p className={styles.text}>{words.notStarted}</p>;
  const active = phase !== 'idle' && progress !== null;
  const done = active ? progress.batch / Math.max(1, progress.batches) : phase === 'idle' ? 1 : 0;
  const state = run?.state ?? 'running';
  const idle = state === 'finished' || state === 'stopped' || state === 'failed' ? ends[state] : status.idle;
  return (
    <div className={styles.progress}>
      <progress className={styles.bar} aria-label={words.progress} max={1} value={done} />
      <p className={styles.text}>
        {phase === 'idle' ? idle : status[phase]}
        {active && (
          <>
            {' · '}
            {status.epoch(progress.epoch, progress.epochs)}
            {' · '}
            {progress.batch}/{progress.batches}
            {' · '}
            {status.speed(countText(Math.round(progress.imagesPerSecond), 'en'))}
            {' · '}
            {status.left(timeText(progress.secondsLeft, status))}
          </>
        )}
      </p>
      {leftBehind && <output className={styles.outdated}>{words.leftBehind}</output>}
      {phase === 'idle' && outdated && <p className={styles.outdated}>{words.outdatedRun}</p>}
    </div>
  );
}
