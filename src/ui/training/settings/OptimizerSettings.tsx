import { setTraining } from '../../../document/edits/project';
import {
  type OptimizerName,
  allSettings,
  optimizerRecord,
  optimizerSettings,
  optimizers,
} from '../../../document/training/trainingChoices';
import { trainingWords } from '../../../i18n/panels/training';
import type { Setting } from '../../../training/setting';
import { Choice } from '../../fields/Choice';
import { FieldControl } from '../../fields/FieldControl';
import { useEditor, useServices, useWords } from '../../services';
import { GradientSettings } from './GradientSettings';
import { SettingRow } from './SettingRow';
import { fieldOf } from './fieldOf';

/** The optimizer with its own settings, by Keras's names, and folded below them what every optimizer takes. */
export function OptimizerSettings() {
  const { editor } = useServices();
  const words = useWords(trainingWords);
  const choice = useEditor((state) => state.document.training.optimizer);
  const all = allSettings(choice);
  const { name } = choice;
  const set = (key: string, value: number | boolean) =>
    editor.edit(
      setTraining({ optimizer: { name, settings: { ...optimizerSettings[name], ...choice.settings, [key]: value } } }),
      `training:${key}`,
    );
  const row = ([key, setting]: readonly [string, Setting]) => (
    <SettingRow key={`${name} ${key}`} label={key}>
      <FieldControl
        field={fieldOf(setting)}
        value={all[key]}
        label={key}
        onValue={(next) => set(key, next as number | boolean)}
        onEnd={() => editor.seal()}
      />
    </SettingRow>
  );
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
      {Object.entries(optimizerRecord(name).settings).map(row)}
      <GradientSettings key={name} row={row} />
    </>
  );
}
