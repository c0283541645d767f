import { useRef } from 'react';
import { useStore } from 'zustand';
import { integer, toggle } from '../../../brick/fields';
import { fixedBatch, stateful } from '../../../compile/stateful';
import { setTraining } from '../../../document/edits/project';
import type { Training } from '../../../document/training';
import { trainingWords } from '../../../i18n/panels/training';
import { Choice } from '../../fields/Choice';
import { FieldControl } from '../../fields/FieldControl';
import { useEditor, useServices, useWords } from '../../services';
import { ScrollRegion } from '../../kit/ScrollRegion';
import { BackendSwitch } from './BackendSwitch';
import { DatasetChoice } from './DatasetChoice';
import { EarlyStopping } from './EarlyStopping';
import { OptimizerSettings } from './OptimizerSettings';
import { LossSettings } from './judging/LossSettings';
import { MetricSettings } from './judging/MetricSettings';
import { OutputSettings } from './judging/OutputSettings';
import { PictureSettings } from './PictureSettings';
import { ScheduleSettings } from './ScheduleSettings';
import { SettingRow } from './SettingRow';
import styles from './Settings.module.css';
import { useFacts } from '../../samples/useFacts';

const fields = {
  batchSize: integer(64, { max: 65_536 }),
  epochs: integer(5, { max: 100_000 }),
  shuffle: toggle(true),
  live: toggle(true),
  seed: integer(1, { min: 0, max: 2 ** 31 - 1 }),
};
const splits = ['own', '0', '0.1', '0.15', '0.2', '0.3', '0.5'];

/** How the model is trained; saved with the project, and undone with it. */
export function Settings() {
  const { editor, runner, preferences, session } = useServices();
  const words = useWords(trainingWords);
  const plan = useEditor((state) => state.plan);
  const training = useEditor((state) => state.document.training);
  const live = useStore(preferences, ({ liveBricks }) => liveBricks);
  const running = useStore(runner.store, (state) => state.phase !== 'idle');
  const locked = useStore(session.store, ({ locks }) => locks.includes('settings'));
  const busy = running || locked;
  const set = (change: Partial<Training>, key: string) => editor.edit(setTraining(change), `training:${key}`);
  const region = useRef<HTMLElement>(null);
  const facts = useFacts(training.dataset);
  const batch = fixedBatch(plan);
  const ownShare = facts === null ? '–' : `${Math.round((facts.validation / facts.count) * 100)} %`;
  const split = training.validationSplit === null ? 'own' : String(training.validationSplit);
  const whole = (key: 'epochs' | 'batchSize' | 'seed') => (
    <SettingRow label={words[key]}>
      <FieldControl
        field={fields[key]}
        value={training[key]}
        label={words[key]}
        onValue={(value) => set({ [key]: value as number }, key)}
        onEnd={() => editor.seal()}
      />
    </SettingRow>
  );
  return (
    <ScrollRegion region={region} label={words.settings} reachable={busy}>
      <fieldset className={styles.settings} disabled={busy} aria-label={words.settings}>
        <DatasetChoice />
        {whole('epochs')}
        {batch === null ? whole('batchSize') : <p className={styles.note}>{words.fixedBatch(batch)}</p>}
        <OptimizerSettings />
        <ScheduleSettings />
        <LossSettings />
        <MetricSettings />
        <OutputSettings />
        {facts?.target.kind === 'classes' && (
          <SettingRow label={words.classWeight}>
            <Choice
              options={['none', 'balanced']}
              value={training.classWeight}
              label={words.classWeight}
              text={(each) => (each === 'none' ? words.noClassWeight : words.balanced)}
              onValue={(classWeight) => set({ classWeight: classWeight as Training['classWeight'] }, 'classWeight')}
            />
          </SettingRow>
        )}
        {whole('seed')}
        <SettingRow label={words.validationSplit}>
          <Choice
            options={splits.includes(split) ? splits : [...splits, split]}
            value={split}
            label={words.validationSplit}
            text={(share) =>
              share === 'own' ? words.ownSplit(ownShare) : share === '0' ? words.noSplit : `${Number(share) * 100} %`
            }
            onValue={(share) => set({ validationSplit: share === 'own' ? null : Number(share) }, 'validationSplit')}
          />
        </SettingRow>
        {stateful(plan) ? (
          <p className={styles.note}>{words.inOrder}</p>
        ) : (
          <SettingRow label={words.shuffle}>
            <FieldControl
              field={fields.shuffle}
              value={training.shuffle}
              label={words.shuffle}
              onValue={(shuffle) => set({ shuffle: shuffle === true }, 'shuffle')}
              onEnd={() => editor.seal()}
            />
          </SettingRow>
        )}
        <PictureSettings />
        <EarlyStopping />
        <BackendSwitch />
      </fieldset>
      <SettingRow label={words.liveBricks}>
        <FieldControl
          field={fields.live}
          value={live}
          label={words.liveBricks}
          onValue={(value) => preferences.setState({ liveBricks: value === true })}
          onEnd={() => {}}
        />
      </SettingRow>
    </ScrollRegion>
  );
}
