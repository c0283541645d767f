import { number, toggle } from '../../../brick/fields';
import { setTraining } from '../../../document/edits/project';
import { type OptimizerName, optimizerSettings, optimizers } from '../../../document/training/trainingChoices';
import { trainingWords } from '../../../i18n/panels/training';
import { Choice } from '../../fields/Choice';
import { FieldControl } from '../../fields/FieldControl';
import { useEditor, useServices, useWords } from '../../services';
import { SettingRow } from './SettingRow';

const flag = toggle(false);
const share = number(0, { min: 0, max: 1, step: 0.01 });
const rate = number(0.001, { min: 0, max: 1_000, step: 0.001 });
const fieldOf = (key: string) =>
  key === 'nesterov' || key === 'centered' ? flag : key === 'learningRate' ? rate : share;

/** The optimizer with its own settings, by Keras's names. */
export function OptimizerSettings() {
  const { editor } = useServices();
  const words = useWords(trainingWords);
  const { name, settings } = useEditor((state) => state.document.training.optimizer);
  const all = { ...optimizerSettings[name], ...settings };
  return (
    <>
      <SettingRow label={words.optimizer}>
        <Choice
          options={optimizers}
          value={name}
          label={words.optimizer}
          onValue={(next) => {
            const chosen = next as OptimizerName;
            editor.edit(setTraining({ optimizer: { name: chosen, settings: { ...optimizerSettings[chosen] } } }));
          }}
        />
      </SettingRow>
      {Object.entries(all).map(([key, value]) => (
        <SettingRow key={`${name} ${key}`} label={key}>
          <FieldControl
            field={fieldOf(key)}
            value={value}
            label={key}
            onValue={(next) =>
              editor.edit(
                setTraining({ optimizer: { name, settings: { ...all, [key]: next as number | boolean } } }),
                `training:${key}`,
              )
            }
            onEnd={() => editor.seal()}
          />
        </SettingRow>
      ))}
    </>
  );
}
