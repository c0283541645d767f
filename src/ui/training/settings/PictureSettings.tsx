import { setTraining } from '../../../document/edits/project';
import type { Training } from '../../../document/training';
import { augmentationWords } from '../../../i18n/panels/augmentation';
import { Choice } from '../../fields/Choice';
import { useEditor, useServices, useWords } from '../../services';
import { Augmentation } from './Augmentation';
import { PreprocessingChoice } from '../../samples/PreprocessingChoice';
import { SettingRow } from './SettingRow';
import { useFacts } from '../../samples/useFacts';

/** How pictures get to the model: values, size, random changes, and whether a frozen part is computed once; nothing for other data. */
export function PictureSettings() {
  const { editor } = useServices();
  const words = useWords(augmentationWords);
  const training = useEditor((state) => state.document.training);
  const facts = useFacts(training.dataset);
  if (facts?.kind !== 'images') return null;
  const set = (change: Partial<Training>) => editor.edit(setTraining(change), `training:${Object.keys(change).join()}`);
  return (
    <>
      <SettingRow label={words.preprocessing} wide>
        <PreprocessingChoice />
      </SettingRow>
      <SettingRow label={words.interpolation} wide>
        <Choice
          options={['bilinear', 'nearest']}
          value={training.interpolation}
          label={words.interpolation}
          text={(each) => (each === 'nearest' ? words.nearestResize : words.bilinearResize)}
          onValue={(each) => set({ interpolation: each as Training['interpolation'] })}
        />
      </SettingRow>
      <SettingRow label={words.featureCache} wide>
        <Choice
          options={['auto', 'off']}
          value={training.featureCache}
          label={words.featureCache}
          text={(each) => (each === 'auto' ? words.cacheAuto : words.cacheOff)}
          onValue={(each) => set({ featureCache: each as Training['featureCache'] })}
        />
      </SettingRow>
      <Augmentation />
    </>
  );
}
