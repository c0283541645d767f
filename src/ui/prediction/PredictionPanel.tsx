import { useStore } from 'zustand';
import { engineErrorText } from '../../i18n/engineErrors';
import { predictionWords } from '../../i18n/prediction';
import { useLanguage, useServices, useWords } from '../services';
import { PanelFrame } from '../shell/PanelFrame';
import { Answer } from './Answer';
import { FeatureMaps } from './FeatureMaps';
import styles from './PredictionPanel.module.css';
import { Source } from './Source';
import { useSource } from './useSource';
import { useTrust } from './useTrust';

/** A sample goes in, the answer comes out, and the selected brick shows what it made of it. */
export default function PredictionPanel() {
  const { runner } = useServices();
  const words = useWords(predictionWords);
  const language = useLanguage();
  const error = useStore(runner.store, (state) => state.error);
  const trust = useTrust();
  const source = useSource();

  return (
    <PanelFrame title={words.prediction} tools={trust !== null && <p className={styles.trust}>{words[trust]}</p>}>
      {source.kind === 'none' ? (
        <p className={styles.obstacle}>{words[source.reason]}</p>
      ) : (
        <div className={styles.columns}>
          <Source key={source.kind} source={source} />
          <div className={styles.answer}>
            {error !== null && (
              <p className={styles.error} role="alert">
                {engineErrorText(error, language)}
              </p>
            )}
            <Answer />
          </div>
          <div className={styles.maps}>
            <FeatureMaps />
          </div>
        </div>
      )}
    </PanelFrame>
  );
}
