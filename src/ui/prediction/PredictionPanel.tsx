import { Tabs } from 'radix-ui';
import { useStore } from 'zustand';
import { shapeText } from '../../brick/shape';
import { runnable } from '../../compile/plan';
import { engineErrorText } from '../../i18n/engineErrors';
import { predictionWords } from '../../i18n/prediction';
import { useEditor, useLanguage, useServices, useWords } from '../services';
import { PanelFrame } from '../shell/PanelFrame';
import { Answer } from './Answer';
import { DrawPad } from './DrawPad';
import { FeatureMaps } from './FeatureMaps';
import { ImageDrop } from './ImageDrop';
import styles from './PredictionPanel.module.css';
import { SampleStepper } from './SampleStepper';
import { pictureSize } from './pictureSource';
import { useTrust } from './useTrust';

/** A picture goes in, the answer comes out, and the selected brick shows what it made of it. */
export default function PredictionPanel() {
  const { runner } = useServices();
  const words = useWords(predictionWords);
  const language = useLanguage();
  const plan = useEditor((state) => state.plan);
  const error = useStore(runner.store, (state) => state.error);
  const trust = useTrust();
  const shape = plan.shapes[plan.inputs[0] ?? ''];
  const size = pictureSize(shape);
  const obstacle = !runnable(plan)
    ? words.notRunnable
    : size === null
      ? words.needsImage(shapeText(shape ?? []))
      : null;
  return (
    <PanelFrame title={words.prediction} tools={trust !== null && <p className={styles.trust}>{words[trust]}</p>}>
      {obstacle !== null || size === null ? (
        <p className={styles.obstacle}>{obstacle}</p>
      ) : (
        <div className={styles.columns}>
          <Tabs.Root defaultValue="draw" className={styles.source}>
            <Tabs.List className={styles.tabs} aria-label={words.prediction}>
              <Tabs.Trigger value="draw">{words.draw}</Tabs.Trigger>
              <Tabs.Trigger value="samples">{words.samples}</Tabs.Trigger>
              <Tabs.Trigger value="image">{words.image}</Tabs.Trigger>
            </Tabs.List>
            <Tabs.Content value="draw">
              <DrawPad size={size} />
            </Tabs.Content>
            <Tabs.Content value="samples">
              <SampleStepper />
            </Tabs.Content>
            <Tabs.Content value="image">
              <ImageDrop size={size} />
            </Tabs.Content>
          </Tabs.Root>
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
