import { useStore } from 'zustand';
import type { Preferences } from '../../../editor/preferences';
import { backendText, statusWords } from '../../../i18n/status';
import { trainingWords } from '../../../i18n/panels/training';
import { Choice } from '../../fields/Choice';
import { useServices, useWords } from '../../services';
import { SettingRow } from './SettingRow';
import styles from './Settings.module.css';

type Chosen = Preferences['backend'];

/** Forces a backend, or leaves the choice to the page; the line under it says which one runs, and why. */
export function BackendSwitch() {
  const { runner, preferences, commands } = useServices();
  const words = useWords(trainingWords);
  const status = useWords(statusWords);
  const chosen = useStore(preferences, (state) => state.backend);
  const backend = useStore(runner.store, (state) => state.backend);
  return (
    <>
      <SettingRow label={words.backend}>
        <Choice
          options={['auto', 'webgpu', 'wasm', 'webgl', 'cpu']}
          value={chosen}
          label={words.backend}
          text={(name) => (name === 'auto' ? words.auto : status[name as Exclude<Chosen, 'auto'>])}
          onValue={(name) => {
            const id = `backend${name.charAt(0).toUpperCase()}${name.slice(1)}`;
            commands.find((command) => command.id === id)?.run();
          }}
        />
      </SettingRow>
      {backend && (
        <p className={styles.note}>
          {status[backend.name]} · {backendText(backend, status)}
        </p>
      )}
    </>
  );
}
