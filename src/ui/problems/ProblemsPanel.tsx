import { canvasActions } from '../../editor/commands/canvasActions';
import { isUnlisted } from '../../editor/run/trainTrouble';
import { problemsWords } from '../../i18n/panels/problems';
import { useTrainObstacle } from './useTrainObstacle';
import { useTrainTrouble } from './useTrainTrouble';
import { useEditor, useServices, useWords } from '../services';
import { PanelFrame } from '../kit/PanelFrame';
import { IssueList } from './IssueList';
import { MistakeList } from './MistakeList';
import { useMistakes } from './useMistakes';
import styles from './ProblemsPanel.module.css';

/** Everything that is wrong with the model, in one list; a name selects the brick, which the canvas then shows. */
export default function ProblemsPanel() {
  const { editor } = useServices();
  const words = useWords(problemsWords);
  const issues = useEditor((state) => state.plan.issues);
  const blocked = useEditor((state) => state.plan.blocked.length);
  const empty = useEditor((state) => Object.keys(state.document.nodes).length === 0);
  const mistakes = useMistakes();
  const unlisted = isUnlisted(useTrainTrouble());
  const obstacle = useTrainObstacle();
  const jump = (name: string) => {
    const item = editor.store.getState().towers.itemOf.get(name) ?? name;
    editor.select([item]);
    canvasActions()?.reveal(item);
  };
  return (
    <PanelFrame title={words.problems}>
      <div className={styles.body}>
        {unlisted && <p className={styles.obstacle}>{obstacle}</p>}
        {issues.length === 0 && mistakes.length === 0 && !unlisted && (
          <p className={styles.none}>{empty ? words.empty : words.none}</p>
        )}
        <IssueList issues={issues} jump={jump} />
        <MistakeList mistakes={mistakes} jump={jump} />
        {blocked > 0 && <p className={styles.none}>{words.behind(blocked)}</p>}
      </div>
    </PanelFrame>
  );
}
