import { useStore } from 'zustand';
import { pressTrain } from '../../../editor/run/pressTrain';
import { goesOn } from '../../../editor/run/runStages';
import { shellWords } from '../../../i18n/shell';
import { useEditor, useServices, useWords } from '../../services';
import { useTrainObstacle } from '../../problems/useTrainObstacle';
import { Button } from '../../kit/Button';
import styles from './TopBar.module.css';

/** Train and the way to what it will do; or, while a run goes on: Pause or Resume, and Stop. */
export function TrainButtons() {
  const { editor, runner, session } = useServices();
  const words = useWords(shellWords);
  const phase = useStore(runner.store, (state) => state.phase);
  const silent = useStore(runner.store, (state) => state.silence !== null);
  const panel = useStore(session.store, (state) => state.panel);
  const obstacle = useTrainObstacle();
  const errors = useEditor((state) => state.plan.issues.some(({ severity }) => severity === 'error'));
  const trainable = useEditor((state) => state.plan.totals.trainable);
  const tuned = useStore(runner.store, (state) => goesOn(state.model?.run ?? null, trainable));
  // In one frame with what takes its place: that gets the focus.
  if (phase === 'idle')
    return (
      <span className={styles.run}>
        <Button
          tone="primary"
          icon="play"
          obstacle={obstacle}
          onClick={() => {
            session.show('training');
            void pressTrain(runner, editor.store.getState().plan);
          }}
          // The remedies stand there.
          onObstacle={() => session.show(errors ? 'problems' : 'training')}
        >
          {tuned ? words.trainOn : words.train}
        </Button>
        <Button
          icon="settings"
          className={styles.settings}
          aria-label={words.trainingSettings}
          aria-pressed={panel === 'training'}
          onClick={() => session.toggle('training')}
        />
      </span>
    );
  return (
    <span className={styles.run}>
      {phase === 'paused' ? (
        <Button tone="primary" icon="play" onClick={() => void runner.resume()}>
          {words.resume}
        </Button>
      ) : (
        <Button icon="pause" disabled={phase !== 'training'} onClick={() => void runner.pause()}>
          {words.pause}
        </Button>
      )}
      <Button icon="stop" disabled={phase === 'stopping' && !silent} onClick={() => void runner.stop()}>
        {words.stop}
      </Button>
    </span>
  );
}
