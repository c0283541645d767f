import type { ReactNode } from 'react';
import { setTraining } from '../../../document/edits/project';
import { optimizerSettings, settingNumbers } from '../../../document/training/trainingChoices';
import { trainingWords } from '../../../i18n/panels/training';
import { clippings, everyOptimizer } from '../../../training/everyOptimizer';
import type { Setting } from '../../../training/setting';
import { Choice } from '../../fields/Choice';
import { useEditor, useServices, useWords } from '../../services';
import { SettingRow } from './SettingRow';
import styles from './Settings.module.css';

interface GradientSettingsProps {
  /** The row of one setting. */
  readonly row: (entry: readonly [string, Setting]) => ReactNode;
}

/** What every optimizer takes besides its own settings: weight decay, and how gradients are shortened. Folded. */
export function GradientSettings({ row }: GradientSettingsProps) {
  const { editor } = useServices();
  const words = useWords(trainingWords);
  const choice = useEditor((state) => state.document.training.optimizer);
  const { name, settings } = choice;
  const numbers = settingNumbers(choice);
  const own = optimizerSettings[name];
  const clipping = clippings.find((each) => numbers[each]! > 0) ?? 'none';
  const others = Object.entries(everyOptimizer).filter(
    ([key]) => !Object.hasOwn(own, key) && !clippings.some((each) => each === key),
  );
  const clip = (next: string) => {
    const rest = Object.entries({ ...own, ...settings }).filter(([key]) => !clippings.some((each) => each === key));
    const chosen = next === 'none' ? {} : { [next]: 1 };
    editor.edit(setTraining({ optimizer: { name, settings: { ...Object.fromEntries(rest), ...chosen } } }));
  };
  return (
    <details className={styles.more} open={clipping !== 'none' || others.some(([key]) => numbers[key]! > 0)}>
      <summary>{words.gradients}</summary>
      <div className={styles.rows}>
        {others.map(row)}
        <SettingRow label={words.clipping}>
          <Choice
            options={['none', ...clippings]}
            value={clipping}
            label={words.clipping}
            text={(each) => (each === 'none' ? words.noClipping : each)}
            onValue={clip}
          />
        </SettingRow>
        {clipping !== 'none' && row([clipping, everyOptimizer[clipping]!])}
      </div>
    </details>
  );
}
