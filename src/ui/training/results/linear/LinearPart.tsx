import { useState } from 'react';
import type { OutputEvaluation } from '../../../../engine/protocol/curves';
import { linearWords } from '../../../../i18n/results/linearWords';
import { useServices, useWords } from '../../../services';
import { Asked } from '../Asked';
import styles from '../test/TestPart.module.css';
import { useAsked } from '../useAsked';
import { LinearTable } from './LinearTable';

interface LinearPartProps {
  /** How the model does. */
  readonly evaluation: OutputEvaluation;
}

/** What a linear model gets on the same samples; it is learned when it is asked for. */
export default function LinearPart({ evaluation }: LinearPartProps) {
  const { runner } = useServices();
  const words = useWords(linearWords);
  const asked = useAsked(words);
  const [found, setFound] = useState<OutputEvaluation | null>(null);
  const find = async (signal: AbortSignal) => {
    const answer = await (await runner.judging()).linear(signal);
    if (answer.ok) setFound(answer.value);
  };
  const kind = evaluation.majority === undefined ? words.linear : words.logistic;
  return (
    <>
      <p className={styles.note}>{words.about(kind)}</p>
      {found === null ? (
        <Asked asked={asked} words={words} label={words.find} onAsk={() => void asked.ask(find)} />
      ) : (
        <LinearTable model={evaluation} linear={found} />
      )}
    </>
  );
}
