import { setTraining } from '../../../document/edits/project';
import { fittedSchedule } from '../../../document/training/scheduleRules';
import { type ScheduleName, scheduleRecord, scheduleValues, schedules } from '../../../document/training/schedules';
import { allSettings } from '../../../document/training/trainingChoices';
import { scheduleWords } from '../../../i18n/training/schedule';
import { trainingWords } from '../../../i18n/panels/training';
import type { ScheduleSetting, ScheduleValue } from '../../../training/schedule';
import { Choice } from '../../fields/Choice';
import { FieldControl } from '../../fields/FieldControl';
import { useEditor, useServices, useWords } from '../../services';
import { RatePreview } from './RatePreview';
import { RateSteps } from './RateSteps';
import { SettingRow } from './SettingRow';
import styles from './Settings.module.css';
import { fieldOf } from './fieldOf';
import { useSteps } from './useSteps';

/** Steps that a schedule is fitted to where nobody knows how many there will be. */
const usualSteps = 1000;

/** How the learning rate changes, with its settings by Keras's names, and its curve. */
export function ScheduleSettings() {
  const { editor } = useServices();
  const words = useWords(scheduleWords);
  const names = useWords(trainingWords);
  const { learningRateSchedule: choice, optimizer, epochs } = useEditor((state) => state.document.training);
  const perEpoch = useSteps();
  const rate = Number(allSettings(optimizer)['learningRate']);
  const values = scheduleValues(choice);
  const set = (changed: Readonly<Record<string, ScheduleValue>>) =>
    editor.edit(
      setTraining({ learningRateSchedule: { name: choice.name, settings: { ...values, ...changed } } }),
      `training:schedule:${Object.keys(changed).join()}`,
    );
  const row = ([key, setting]: readonly [string, ScheduleSetting]) => (
    <SettingRow key={`${choice.name} ${key}`} label={key}>
      {setting.options ? (
        <Choice
          options={setting.options}
          value={String(values[key])}
          label={key}
          text={(each) => names[each as 'loss' | 'accuracy' | 'validationLoss' | 'validationAccuracy']}
          onValue={(next) => set({ [key]: next })}
        />
      ) : (
        <FieldControl
          field={fieldOf(setting)}
          value={values[key]}
          label={key}
          onValue={(next) => set({ [key]: next as ScheduleValue })}
          onEnd={() => editor.seal()}
        />
      )}
    </SettingRow>
  );
  const entries = Object.entries(scheduleRecord(choice.name).settings).filter(
    ([, { initial, only }]) => !Array.isArray(initial) && (only === undefined || Number(values[only]) > 0),
  );
  return (
    <>
      <SettingRow label={words.schedule} wide>
        <Choice
          options={schedules}
          value={choice.name}
          label={words.schedule}
          text={(each) => (each === 'constant' ? words.constant : each)}
          onValue={(next) => {
            const steps = perEpoch === null ? usualSteps : perEpoch * epochs;
            editor.edit(setTraining({ learningRateSchedule: fittedSchedule(next as ScheduleName, steps, rate) }));
          }}
        />
      </SettingRow>
      {entries.map(row)}
      {choice.name === 'piecewiseConstantDecay' && <RateSteps values={values} onValues={set} />}
      {choice.name !== 'constant' && <p className={styles.note}>{words.about(choice.name)}</p>}
      <RatePreview steps={perEpoch ?? Math.ceil(usualSteps / epochs)} known={perEpoch !== null} />
    </>
  );
}
