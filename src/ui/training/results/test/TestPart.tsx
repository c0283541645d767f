import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { countText } from '../../../../i18n/numbers';
import { testWords } from '../../../../i18n/results/testWords';
import { Button } from '../../../kit/Button';
import { useFacts } from '../../../samples/useFacts';
import { useLanguage, useServices, useWords } from '../../../services';
import styles from './TestPart.module.css';
import { testUses } from './testUses';

/** The button that uses the test of the shown run, and what is to be known before it is pressed. */
export function TestPart({ dataset }: { readonly dataset: string }) {
  const { runner } = useServices();
  const words = useWords(testWords);
  const language = useLanguage();
  const facts = useFacts(dataset);
  const run = useStore(runner.store, (state) => state.run);
  const runs = useStore(runner.store, (state) => state.runs);
  const model = useStore(runner.store, (state) => state.model);
  const idle = useStore(runner.store, (state) => state.phase === 'idle');
  const many = useStore(runner.store, (state) => state.many);
  const own = useRef<AbortController | null>(null);
  const [testing, setTesting] = useState(false);
  useEffect(() => () => own.current?.abort(), []);
  const samples = facts?.test ?? 0;
  if (run === null || samples === 0) return null;
  const tested = run.evaluation?.test != null;
  const uses = testUses(runs, run);
  const obstacle = !idle ? words.busy : model?.run?.id === run.id ? null : words.otherModel;
  const use = async () => {
    own.current = new AbortController();
    setTesting(true);
    await runner.test(own.current.signal);
    setTesting(false);
  };
  if (tested) return uses > 1 && <p className={styles.note}>{words.usedBefore(uses - 1)}</p>;
  return (
    <section className={styles.test} aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className={styles.note}>{words.aside(countText(samples, language))}</p>
      {uses > 0 && <p className={styles.note}>{words.usedBefore(uses)}</p>}
      {testing ? (
        <div className={styles.row}>
          <progress aria-label={words.progress} max={many?.total ?? 1} value={many?.done ?? 0} />
          <Button small onClick={() => own.current?.abort()}>
            {words.cancel}
          </Button>
        </div>
      ) : (
        <Button small obstacle={obstacle} onClick={() => void use()}>
          {uses > 0 ? words.again : words.use}
        </Button>
      )}
      {obstacle !== null && <p className={styles.note}>{obstacle}</p>}
    </section>
  );
}
