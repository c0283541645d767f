import { integer, number, toggle } from '../../../brick/fields';
import { setTraining } from '../../../document/edits/project';
import type { Training } from '../../../document/training';
import { trainingWords } from '../../../i18n/panels/training';
import { Choice } from '../../fields/Choice';
import { FieldControl } from '../../fields/FieldControl';
import { useEditor, useServices, useWords } from '../../services';
import { SettingRow } from './SettingRow';

type Stopping = Training['earlyStopping'];

const monitors = ['validationLoss', 'validationAccuracy', 'loss', 'accuracy'] as const;
const enabled = toggle(false);
const patience = integer(3, { min: 0, max: 1000 });
const minDelta = number(0, { min: 0, max: 1e6, step: 0.001 });

/** Ends a run when the watched number no longer gets better. */
export function EarlyStopping() {
  const { editor } = useServices();
  const words = useWords(trainingWords);
  const stopping = useEditor((state) => state.document.training.earlyStopping);
  const set = (change: Partial<Stopping>) =>
    editor.edit(setTraining({ earlyStopping: { ...stopping, ...change } }), `training:${Object.keys(change).join()}`);
  const onEnd = () => editor.seal();
  return (
    <>
      <SettingRow label={words.earlyStopping}>
        <FieldControl
          field={enabled}
          value={stopping.enabled}
          label={words.earlyStopping}
          onValue={(value) => set({ enabled: value === true })}
          onEnd={onEnd}
        />
      </SettingRow>
      {stopping.enabled && (
        <>
          <SettingRow label={words.monitor}>
            <Choice
              options={monitors}
              value={stopping.monitor}
              label={words.monitor}
              text={(option) => words[option as Stopping['monitor']]}
              onValue={(value) => set({ monitor: value as Stopping['monitor'] })}
            />
          </SettingRow>
          <SettingRow label={words.patience}>
            <FieldControl
              field={patience}
              value={stopping.patience}
              label={words.patience}
              onValue={(value) => set({ patience: value as number })}
              onEnd={onEnd}
            />
          </SettingRow>
          <SettingRow label={words.minDelta}>
            <FieldControl
              field={minDelta}
              value={stopping.minDelta}
              label={words.minDelta}
              onValue={(value) => set({ minDelta: value as number })}
              onEnd={onEnd}
            />
          </SettingRow>
          <SettingRow label={words.restoreBest}>
            <FieldControl
              field={enabled}
              value={stopping.restoreBestWeights}
              label={words.restoreBest}
              onValue={(value) => set({ restoreBestWeights: value === true })}
              onEnd={onEnd}
            />
          </SettingRow>
        </>
      )}
    </>
  );
}
