import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { shellWords } from '../../../i18n/shell';
import { statusWords } from '../../../i18n/status';
import { useProblemCount } from '../../problems/useProblemCount';
import { useEditor, useServices, useWords } from '../../services';
import { BackendLabel } from './BackendLabel';
import { Curve } from './Curve';
import { Icon } from '../../kit/Icon';
import { countText, lossText, percentText, timeText } from '../../../i18n/numbers';
import styles from './StatusLine.module.css';

/**
 * The line at the foot: the live curve, backend and why, progress, problems. What is clicked stands at the ends: the text
 * between them grows and shrinks, and would move a button away from under the pointer.
 */
export function StatusLine() {
  const { session, projects, photos } = useServices();
  const words = useWords(statusWords);
  const shell = useWords(shellWords);
  const keeping = useStore(photos.store, (state) => state.keeping > 0);
  const document = useStore(projects.store, (state) => state.saving);
  const saving = document === 'saved' && keeping ? 'saving' : document;
  const problems = useProblemCount();
  const panel = useStore(session.store, (state) => state.panel);
  const errors = useEditor((state) => state.plan.issues.some(({ severity }) => severity === 'error'));
  return (
    <footer className={styles.line}>
      <button
        type="button"
        className={styles.curve}
        aria-label={words.curve}
        aria-pressed={panel === 'training'}
        onClick={() => session.toggle('training')}
      >
        <Curve />
      </button>
      {/* Numbers change with every batch; the voice says the epochs' ends instead. */}
      <output aria-live="off" className={styles.status}>
        <BackendLabel />
        <Progress />
      </output>
      <Losses />
      <span className={styles.space} />
      <span className={styles.saving} data-state={saving}>
        {saving === 'failed' ? shell.notSaved : saving === 'saving' ? shell.saving : shell.saved}
      </span>
      <button
        type="button"
        className={styles.problems}
        data-errors={errors}
        aria-pressed={panel === 'problems'}
        onClick={() => session.toggle('problems')}
      >
        {problems > 0 && <Icon name="warning" size={14} />}
        {words.problems(problems)}
      </button>
    </footer>
  );
}

function Progress() {
  const { runner } = useServices();
  const words = useWords(statusWords);
  const { phase, progress } = useStore(
    runner.store,
    useShallow((state) => ({ phase: state.phase, progress: state.progress })),
  );
  if (phase === 'idle' || progress === null) return <span className={styles.phase}>{words[phase]}</span>;
  return (
    <>
      {phase !== 'training' && <span className={styles.phase}>{words[phase]}</span>}
      <span className={styles.strong}>{words.epoch(progress.epoch, progress.epochs)}</span>
      <span className={styles.speed}>{words.speed(countText(Math.round(progress.imagesPerSecond), 'en'))}</span>
      <span className={styles.left}>{words.left(timeText(progress.secondsLeft, words))}</span>
    </>
  );
}

function Losses() {
  const { runner } = useServices();
  const words = useWords(statusWords);
  const { run, progress } = useStore(
    runner.store,
    useShallow((state) => ({ run: state.run, progress: state.phase === 'idle' ? null : state.progress })),
  );
  const last = run?.epochs.at(-1);
  if (!last && !progress) return null;
  const accuracy = progress?.accuracy ?? last?.accuracy ?? null;
  return (
    <span className={styles.losses}>
      <span>
        {words.loss} <b>{lossText(progress?.loss ?? last?.loss)}</b>
        {last && last.validationLoss !== null && (
          <>
            {' · '}
            {words.validation} <b>{lossText(last.validationLoss)}</b>
          </>
        )}
      </span>
      {accuracy !== null && (
        <span>
          {words.accuracy} <b>{percentText(accuracy)}</b>
          {last && last.validationAccuracy !== null && (
            <>
              {' · '}
              {words.validation} <b>{percentText(last.validationAccuracy)}</b>
            </>
          )}
        </span>
      )}
    </span>
  );
}
