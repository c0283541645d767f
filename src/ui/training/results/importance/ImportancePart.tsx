import { useState } from 'react';
import type { Importance } from '../../../../data/scores/importance';
import { importanceWords } from '../../../../i18n/results/importanceWords';
import { useServices, useWords } from '../../../services';
import { Asked } from '../Asked';
import styles from '../test/TestPart.module.css';
import { useAsked } from '../useAsked';
import { ImportanceTable } from './ImportanceTable';

/** Which columns of the table the shown run's model needs; it is worked out when it is asked for. */
export default function ImportancePart() {
  const { runner } = useServices();
  const words = useWords(importanceWords);
  const asked = useAsked(words);
  const [found, setFound] = useState<Importance | null>(null);
  const find = async (signal: AbortSignal) => {
    const answer = await (await runner.judging()).importance(signal);
    if (answer.ok) setFound(answer.value);
  };
  return (
    <>
      <p className={styles.note}>{words.about}</p>
      {found === null ? (
        <Asked asked={asked} words={words} label={words.find} onAsk={() => void asked.ask(find)} />
      ) : (
        <ImportanceTable found={found} />
      )}
    </>
  );
}
