import { useEffect } from 'react';
import { useStore } from 'zustand';
import { runElsewhereWords } from '../../i18n/panels/runElsewhere';
import { shortName } from '../../i18n/inView';
import { useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { Modal } from '../kit/Modal';
import styles from './RunElsewhere.module.css';

/** Asks whether the run of a project that was left goes on, and says so while it does. Who does not answer has it stopped. */
export default function RunElsewhere() {
  const { runner, projects, session } = useServices();
  const words = useWords(runElsewhereWords);
  const elsewhere = useStore(runner.store, (state) => state.elsewhere);
  const list = useStore(projects.store, (state) => state.list);
  const title = list.find(({ id }) => id === elsewhere?.project)?.title ?? '';
  const name = title === '' ? words.untitled : shortName(title);
  const undecided = elsewhere?.undecided === true;
  const goes = elsewhere !== null && !undecided && elsewhere.state.phase !== 'stopping';
  useEffect(() => {
    if (!goes) return;
    const action = { label: words.stop, run: () => void runner.decide(false) };
    const id = session.notify({ tone: 'warning', text: words.going(name), action });
    return () => session.dismiss(id);
  }, [goes, name, words, session, runner]);
  if (!undecided) return null;
  return (
    <Modal title={words.title(name)} about={words.about} size="narrow" onClose={() => void runner.decide(false)}>
      <p className={styles.note}>{words.waits}</p>
      <div className={styles.buttons}>
        <Button onClick={() => void runner.decide(false)}>{words.stop}</Button>
        <Button tone="primary" onClick={() => void runner.decide(true)}>
          {words.goOn}
        </Button>
      </div>
    </Modal>
  );
}
