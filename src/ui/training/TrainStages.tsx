import { useMemo } from 'react';
import { useStore } from 'zustand';
import { trainingStage } from '../../editor/run/trainingStage';
import { trainingWords } from '../../i18n/panels/training';
import { Button } from '../kit/Button';
import { useEditor, useServices, useWords } from '../services';
import styles from './TrainStages.module.css';

/** The way from a trained head to fine-tuning what lies below it: where the model stands, and the step to the next stage. */
export function TrainStages() {
  const { runner, session, library } = useServices();
  const words = useWords(trainingWords);
  const document = useEditor((state) => state.document);
  const plan = useEditor((state) => state.plan);
  const idle = useStore(runner.store, (state) => state.phase === 'idle');
  const epochs = useStore(runner.store, (state) => state.model?.run?.epochs.length ?? 0);
  const stage = useMemo(() => trainingStage(document, plan, library), [document, plan, library]);
  if (stage === null) return null;
  const head = stage === 'head';
  return (
    <section className={styles.stages}>
      <ol aria-label={words.stages}>
        <li data-done={!head || epochs > 0} aria-current={head ? 'step' : undefined}>
          {words.headStage}
        </li>
        <li aria-current={head ? undefined : 'step'}>{words.fineTuningStage}</li>
      </ol>
      {head && idle && epochs === 0 && <p>{words.headFirst}</p>}
      {head && idle && epochs > 0 && (
        <p>
          {words.headDone(epochs)}{' '}
          <Button tone="primary" onClick={() => session.open('fineTune')}>
            {words.toFineTuning}
          </Button>
        </p>
      )}
    </section>
  );
}
