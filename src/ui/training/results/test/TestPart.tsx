import { useStore } from 'zustand';
import { countText } from '../../../../i18n/numbers';
import { testWords } from '../../../../i18n/results/testWords';
import { useFacts } from '../../../samples/useFacts';
import { useLanguage, useServices, useWords } from '../../../services';
import { Asked } from '../Asked';
import { useAsked } from '../useAsked';
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
  const asked = useAsked(words);
  const samples = facts?.test ?? 0;
  if (run === null || samples === 0) return null;
  const tested = run.evaluation?.test != null;
  const uses = testUses(runs, run);
  if (tested) return uses > 1 && <p className={styles.note}>{words.usedBefore(uses - 1)}</p>;
  return (
    <section className={styles.test} aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className={styles.note}>{words.aside(countText(samples, language))}</p>
      {uses > 0 && <p className={styles.note}>{words.usedBefore(uses)}</p>}
      <Asked
        asked={asked}
        words={words}
        label={uses > 0 ? words.again : words.use}
        onAsk={() => void asked.ask(async (signal) => (await runner.judging()).test(signal))}
      />
    </section>
  );
}
