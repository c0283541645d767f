import { Tabs } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { trainingWords } from '../../i18n/panels/training';
import { goesOn } from '../../editor/run/runStages';
import { useEditor, useServices, useWords } from '../services';
import { RunTrouble } from '../problems/RunTrouble';
import { Button } from '../kit/Button';
import { PanelFrame } from '../kit/PanelFrame';
import { ScrollRegion } from '../kit/ScrollRegion';
import { MistakeList } from '../problems/MistakeList';
import { useMistakes } from '../problems/useMistakes';
import { Charts } from './Charts';
import { CutNote } from './CutNote';
import { Progress } from './Progress';
import { Results } from './results/Results';
import { Runs } from './results/Runs';
import { Samples } from './Samples';
import { TrainStages } from './TrainStages';
import { Settings } from './settings/Settings';
import styles from './TrainingPanel.module.css';
import tabs from '../kit/Tabs.module.css';
import { useTrainTrouble } from '../problems/useTrainTrouble';
import { useTrainObstacle } from '../problems/useTrainObstacle';

/** Settings, live curves, and beside them samples, results and earlier runs. */
export default function TrainingPanel() {
  const { runner } = useServices();
  const words = useWords(trainingWords);
  const [compared, setCompared] = useState<readonly string[]>([]);
  const middle = useRef<HTMLElement>(null);
  const [tab, setTab] = useState<string | null>(null);
  const evaluated = useStore(runner.store, (state) => state.run?.evaluation !== null && state.run !== null);
  const idle = useStore(runner.store, (state) => state.phase === 'idle');
  const ran = useStore(runner.store, (state) => state.run !== null);
  // Where one thing stands below the other, settings may have been scrolled to.
  useEffect(() => {
    if (!idle) middle.current?.scrollIntoView({ block: 'nearest' });
  }, [idle]);
  const mistakes = useMistakes();
  const trouble = useTrainTrouble();
  const misfit =
    trouble?.code === 'classesTooMany' || mistakes.some(({ code }) => code === 'misfit' || code === 'photosWanted');
  return (
    <PanelFrame title={words.training} tools={<Tools said={misfit} />}>
      <div className={styles.columns} data-ran={ran}>
        <Settings />
        <ScrollRegion region={middle} className={styles.middle} label={words.curves} reachable>
          <TrainStages />
          <RunTrouble onReady={() => void runner.train()} />
          {idle && <MistakeList mistakes={mistakes} />}
          <Progress />
          <CutNote />
          <Charts compared={compared} />
        </ScrollRegion>
        <Tabs.Root className={styles.side} value={tab ?? (evaluated ? 'results' : 'samples')} onValueChange={setTab}>
          <Tabs.List className={`${tabs.tabs} ${styles.tabs}`} aria-label={words.training}>
            {(['samples', 'results', 'runs'] as const).map((each) => (
              <Tabs.Trigger key={each} value={each}>
                {words[each]}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <Tabs.Content value="samples">
            <Samples />
          </Tabs.Content>
          <Tabs.Content value="results">
            <Results />
          </Tabs.Content>
          <Tabs.Content value="runs">
            <Runs compared={compared} onCompare={setCompared} />
          </Tabs.Content>
        </Tabs.Root>
      </div>
    </PanelFrame>
  );
}

/** `said`: why it cannot be trained stands among the mistakes, with its ways out. */
function Tools({ said }: { readonly said: boolean }) {
  const { runner } = useServices();
  const words = useWords(trainingWords);
  const phase = useStore(runner.store, (state) => state.phase);
  const resumable = useStore(runner.store, (state) => state.model?.run ?? null);
  const obstacle = useTrainObstacle();
  const trainable = useEditor((state) => state.plan.totals.trainable);
  const epochs = resumable?.epochs.at(-1)?.epoch;
  // The big button at the top goes on then; this one is the other.
  const tuned = goesOn(resumable, trainable);
  return (
    <>
      {phase === 'idle' && epochs !== undefined && tuned && (
        <>
          <p className={styles.hint}>{words.anewLoses(epochs)}</p>
          <Button small tone="quiet" obstacle={obstacle} onClick={() => void runner.train()}>
            {words.anew}
          </Button>
        </>
      )}
      {phase === 'idle' && epochs !== undefined && !tuned && (
        <Button small icon="play" obstacle={obstacle} onClick={() => void runner.continueTraining()}>
          {words.continueFrom(epochs + 1)}
        </Button>
      )}
      {phase === 'idle' && obstacle !== null && !said && <p className={styles.obstacle}>{obstacle}</p>}
      {phase !== 'idle' && <p className={styles.hint}>{words.running}</p>}
    </>
  );
}
