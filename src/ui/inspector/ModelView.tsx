import { inspectorWords } from '../../i18n/inspector';
import { shellWords } from '../../i18n/shell';
import { useEditor, useWords } from '../services';
import { shortName } from '../../i18n/inView';
import styles from './Inspector.module.css';
import { ModelStart } from './ModelStart';
import { SummaryTable } from './SummaryTable';
import { Totals } from './Totals';

/** Nothing is selected: the model as a whole. */
export function ModelView() {
  const words = useWords(inspectorWords);
  const shell = useWords(shellWords);
  const plan = useEditor((state) => state.plan);
  const bricks = useEditor((state) => Object.keys(state.document.nodes).length);
  return (
    <>
      <h2 className={styles.title}>{plan.title === '' ? shell.untitled : shortName(plan.title)}</h2>
      {bricks === 0 ? (
        <p className={styles.note}>{words.empty}</p>
      ) : (
        <>
          <h3>{words.model}</h3>
          <Totals steps={plan.steps} />
          <ModelStart />
          <h3>{words.summary}</h3>
          <SummaryTable steps={plan.steps} />
        </>
      )}
    </>
  );
}
