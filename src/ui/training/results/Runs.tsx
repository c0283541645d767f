import { useStore } from 'zustand';
import type { Run } from '../../../engine/protocol/run';
import { shellWords } from '../../../i18n/shell';
import { statusWords } from '../../../i18n/status';
import { trainingWords } from '../../../i18n/panels/training';
import { useLanguage, useServices, useWords } from '../../services';
import { Button } from '../../kit/Button';
import { countText, lossText, percentText } from '../../../i18n/numbers';
import styles from './Runs.module.css';
import { colorOf } from './runColors';

interface RunsProps {
  readonly compared: readonly string[];
  readonly onCompare: (ids: readonly string[]) => void;
}

/** Earlier runs, newest first: settings, best result, whether the charts show them, and a way to forget them. */
export function Runs({ compared, onCompare }: RunsProps) {
  const { runner, session } = useServices();
  const words = useWords(trainingWords);
  const before = useStore(runner.store, (state) => state.runs);
  const running = useStore(runner.store, (state) => state.run);
  const current = running?.id;
  // It joins the others when it has ended.
  const runs = running === null || before.some(({ id }) => id === current) ? before : [running, ...before];
  const forget = async (run: Run) => {
    const forgotten = await runner.forgetRun(run.id);
    if (!forgotten.ok) return;
    session.notify({
      tone: 'info',
      text: (language) => trainingWords[language].runForgotten(lineOf(run, trainingWords[language])),
      action: { label: (language) => shellWords[language].undo, run: () => void forgotten.value() },
    });
  };
  if (runs.length === 0) return <p className={styles.note}>{words.noRuns}</p>;
  return (
    <ul className={styles.runs}>
      {runs.map((run, index) => (
        <li key={run.id} className={styles.run}>
          <input
            type="checkbox"
            aria-label={words.compare(runs.length - index)}
            checked={run.id === current || compared.includes(run.id)}
            disabled={run.id === current}
            style={{ accentColor: `var(${colorOf(run.id, current, runs)})` }}
            onChange={({ target }) =>
              onCompare(target.checked ? [...compared, run.id] : compared.filter((id) => id !== run.id))
            }
          />
          <Settings run={run} current={run.id === current} />
          <Button
            small
            tone="quiet"
            icon="trash"
            aria-label={words.forget}
            disabled={run.state === 'running' || run.state === 'paused'}
            onClick={() => void forget(run)}
          />
        </li>
      ))}
    </ul>
  );
}

/** What tells a run from others. */
function lineOf({ training }: Run, words: (typeof trainingWords)['en']): string {
  const { optimizer, batchSize } = training;
  return words.runLine(optimizer.name, String(optimizer.settings['learningRate'] ?? ''), batchSize);
}

function Settings({ run, current }: { readonly run: Run; readonly current: boolean }) {
  const words = useWords(trainingWords);
  const status = useWords(statusWords);
  const language = useLanguage();
  const best = Math.max(...run.epochs.map(({ validationAccuracy, accuracy }) => validationAccuracy ?? accuracy ?? -1));
  const lowest = Math.min(...run.epochs.map(({ validationLoss, loss }) => validationLoss ?? loss));
  const result = best >= 0 ? percentText(best) : lossText(lowest);
  const trained = run.stages?.at(-1)?.trained;
  const started = new Date(run.started).toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' });
  return (
    <div className={styles.text}>
      <b>{lineOf(run, words)}</b>
      <span>
        {[
          current ? words.current : started,
          status[run.backend],
          words.epochsDone(run.epochs.length),
          ...(run.epochs.length > 0 ? [words.best(result)] : []),
          ...(trained === undefined ? [] : [words.trainedNumbers(countText(trained, language))]),
        ].join(' · ')}
      </span>
    </div>
  );
}
