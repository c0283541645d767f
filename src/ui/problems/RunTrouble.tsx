import { useStore } from 'zustand';
import { engineTroubleText } from '../../i18n/troubles/engineTrouble';
import { runRemedies } from '../../editor/run/runRemedies';
import { useEditor, useLanguage, useServices } from '../services';
import { Part } from '../kit/Part';
import FixButtons from './FixButtons';
import styles from './RunTrouble.module.css';

const missingWeights = () => import('../pretrained/MissingWeights');

interface RunTroubleProps {
  /** The weights that were missing are there now: what failed for lack of them can be tried again. */
  readonly onReady: () => void;
}

/** What the engine could not do, in words; missing weights can be fetched right there. */
export function RunTrouble({ onReady }: RunTroubleProps) {
  const { runner } = useServices();
  const language = useLanguage();
  const training = useEditor((state) => state.document.training);
  const error = useStore(runner.store, (state) => state.error);
  if (error === null) return null;
  if (error.code === 'weightsMissing') {
    return (
      <div className={styles.missing} role="alert">
        <Part
          load={missingWeights}
          props={{ id: error.data.id, onReady }}
          waiting={engineTroubleText(error, language)}
        />
      </div>
    );
  }
  const remedies = runRemedies(error, training);
  return (
    <div className={styles.error} role="alert">
      <p>{engineTroubleText(error, language)}</p>
      <FixButtons fixes={remedies} />
    </div>
  );
}
