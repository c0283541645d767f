import { useStore } from 'zustand';
import type { Judgement } from '../../../engine/protocol/curves';
import { trainingWords } from '../../../i18n/panels/training';
import { importanceWords } from '../../../i18n/results/importanceWords';
import { linearWords } from '../../../i18n/results/linearWords';
import type { LoadPart } from '../../kit/Part';
import { useFacts } from '../../samples/useFacts';
import { useServices, useWords } from '../../services';
import { lossText, percentText } from '../../../i18n/numbers';
import styles from './Confusion.module.css';
import { Detail } from './Detail';
import { Fold } from './Fold';
import type LinearPart from './linear/LinearPart';
import { TestPart } from './test/TestPart';

const linearPart: LoadPart<Parameters<typeof LinearPart>[0]> = () => import('./linear/LinearPart');
const importancePart: LoadPart = () => import('./importance/ImportancePart');

/** How the model does on the validation samples, and on those of the test. */
export function Results() {
  const { runner } = useServices();
  const words = useWords(trainingWords);
  const evaluation = useStore(runner.store, (state) => state.run?.evaluation ?? null);
  const restored = useStore(runner.store, (state) => state.run?.restored ?? null);
  const dataset = useStore(runner.store, (state) => state.run?.training.dataset ?? null);
  const facts = useFacts(dataset ?? '');
  const columns = useWords(importanceWords);
  const linear = useWords(linearWords);
  if (evaluation === null) return <p className={styles.note}>{words.noResults}</p>;
  const { test } = evaluation;
  const [first] = evaluation.outputs;
  const { evaluated, evaluatedLoss, tested, testedLoss } = words;
  return (
    <>
      {restored !== null && <p className={styles.note}>{words.restored(restored)}</p>}
      <Judged judgement={evaluation} whole={evaluated} lossOnly={evaluatedLoss} />
      {facts?.kind === 'numbers' && first && (
        <Fold title={linear.title} load={linearPart} props={{ evaluation: first }} />
      )}
      {facts?.kind === 'numbers' && <Fold title={columns.title} load={importancePart} props={{}} />}
      {test && <Judged judgement={test} whole={tested} lossOnly={testedLoss} />}
      {dataset !== null && <TestPart dataset={dataset} />}
    </>
  );
}

interface JudgedProps {
  readonly judgement: Judgement;
  readonly whole: (loss: string, accuracy: string) => string;
  readonly lossOnly: (loss: string) => string;
}

/** For every output what the model takes for what, or how far it is off. */
function Judged({ judgement, whole, lossOnly }: JudgedProps) {
  const words = useWords(trainingWords);
  const { outputs } = judgement;
  const several = outputs.length > 1;
  const said = ({ loss, accuracy }: Pick<Judgement, 'loss' | 'accuracy'>) => (
    <p className={styles.said}>
      {accuracy === null ? lossOnly(lossText(loss)) : whole(lossText(loss), percentText(accuracy))}
    </p>
  );
  return (
    <>
      {said(judgement)}
      {outputs.map((output) => (
        <section key={output.output} aria-label={output.output}>
          {several && <h3 className={styles.output}>{output.output}</h3>}
          {several && said(output)}
          {(output.unanswered ?? 0) > 0 && <p className={styles.note}>{words.unanswered(output.unanswered!)}</p>}
          <Detail evaluation={output} />
        </section>
      ))}
    </>
  );
}
