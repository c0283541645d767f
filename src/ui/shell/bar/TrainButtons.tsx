import { useStore } from 'zustand';
import { shellWords } from '../../../i18n/shell';
import { useServices, useWords } from '../../services';
import { useTrainObstacle } from '../../training/useTrainObstacle';
import { Button } from '../../kit/Button';
import styles from './TopBar.module.css';

/** Train, or while a run goes on: Pause or Resume, and Stop. */
export function TrainButtons() {
  const { runner, session } = useServices();
  const words = useWords(shellWords);
  const phase = useStore(runner.store, (state) => state.phase);
  const silent = useStore(runner.store, (state) => state.silence !== null);
  const obstacle = useTrainObstacle();
  if (phase === 'idle')
    return (
      <Button
        tone="primary"
        icon="play"
        className={styles.run}
        obstacle={obstacle}
        onClick={() => {
          session.show('training');
          void runner.train();
        }}
      >
        {words.train}
      </Button>
    );
  return (
    <span className={styles.run}>
      {phase === 'paused' ? (
        <Button tone="primary" icon="play" onClick={() => void runner.resume()}>
          {words.resume}
        </Button>
      ) : (
        <Button
          icon="pause"

          disabled={phase !== 'training'}
          onClick={() => void runner.pause()}
        >
          {words.pause}
        </Button>
      )}
      <Button icon="stop" disabled={phase === 'stopping' && !silent} onClick={() => void runner.stop()}>
        {words.stop}
      </Button>
    </span>
  );
}
