import { integer, toggle } from '../../../brick/fields';
import { type Augmentation as Settings, fillModes } from '../../../document/augmentation';
import { setTraining } from '../../../document/edits/project';
import { augmentationWords } from '../../../i18n/panels/augmentation';
import { Choice } from '../../fields/Choice';
import { FieldControl } from '../../fields/FieldControl';
import { useEditor, useServices, useWords } from '../../services';
import styles from './Augmentation.module.css';
import { AugmentationPreview } from './AugmentationPreview';
import { SettingRow } from './SettingRow';

const on = toggle(false);
const variants = integer(0, { min: 0, max: 50 });

/** Largest value and step of each slider; the values are those of Keras's `ImageDataGenerator`. */
const sliders = [
  ['rotationRange', 180, 1],
  ['widthShiftRange', 1, 0.01],
  ['heightShiftRange', 1, 0.01],
  ['shearRange', 90, 0.1],
  ['zoomRange', 0.95, 0.01],
  ['brightnessRange', 1, 0.01],
] as const;
const flips = ['horizontalFlip', 'verticalFlip'] as const;

/** Random changes of training pictures, with a preview under them. */
export function Augmentation() {
  const { editor } = useServices();
  const words = useWords(augmentationWords);
  const augmentation = useEditor((state) => state.document.training.augmentation);
  const seal = () => editor.seal();
  const set = (change: Partial<Settings>) =>
    editor.edit(
      setTraining({ augmentation: { ...augmentation, ...change } }),
      `training:augmentation:${Object.keys(change).join()}`,
    );
  const { cachedVariants } = augmentation;
  return (
    <section className={styles.augmentation} aria-label={words.augmentation}>
      <SettingRow label={words.augmentation}>
        <FieldControl
          field={on}
          value={augmentation.enabled}
          label={words.augmentation}
          onValue={(enabled) => set({ enabled: enabled === true })}
          onEnd={seal}
        />
      </SettingRow>
      {augmentation.enabled && (
        <>
          <p className={styles.note}>{words.about}</p>
          <AugmentationPreview />
          {sliders.map(([key, max, step]) => (
            <SettingRow key={key} label={words[key]}>
              <span className={styles.slider}>
                <input
                  type="range"
                  aria-label={words[key]}
                  min={0}
                  max={max}
                  step={step}
                  value={augmentation[key]}
                  onChange={({ target }) => set({ [key]: Number(target.value) })}
                  onPointerUp={seal}
                  onBlur={seal}
                />
                <span>{augmentation[key]}</span>
              </span>
            </SettingRow>
          ))}
          {flips.map((key) => (
            <SettingRow key={key} label={words[key]}>
              <FieldControl
                field={on}
                value={augmentation[key]}
                label={words[key]}
                onValue={(flip) => set({ [key]: flip === true })}
                onEnd={seal}
              />
            </SettingRow>
          ))}
          <SettingRow label={words.fillMode}>
            <Choice
              options={fillModes}
              value={augmentation.fillMode}
              label={words.fillMode}
              text={(mode) => words[mode as Settings['fillMode']]}
              onValue={(mode) => set({ fillMode: mode as Settings['fillMode'] })}
            />
          </SettingRow>
          <SettingRow label={words.cachedVariants}>
            <FieldControl
              field={variants}
              value={cachedVariants}
              label={words.cachedVariants}
              onValue={(value) => set({ cachedVariants: value as number })}
              onEnd={seal}
            />
          </SettingRow>
          <p className={styles.note}>{cachedVariants === 0 ? words.noVariants : words.variants(cachedVariants)}</p>
        </>
      )}
    </section>
  );
}
