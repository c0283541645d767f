import type { ExportChoices } from '../../../exporters/exportChoices';
import { exporters } from '../../../exporters';
import type { Exporter } from '../../../exporters/exporter';
import { exportWords } from '../../../i18n/panels/export';
import { useLanguage, useWords } from '../../services';
import styles from './ExportDialog.module.css';

interface ChoicesProps {
  readonly exporter: Exporter;
  readonly choices: ExportChoices;
  readonly onExporter: (exporter: Exporter) => void;
  readonly onChoices: (choices: Partial<ExportChoices>) => void;
}

const languages = ['en', 'ko'] as const;

/** The target, and what can be chosen about it. */
export function Choices({ exporter, choices, onExporter, onChoices }: ChoicesProps) {
  const words = useWords(exportWords);
  const language = useLanguage();
  const parts = exporter.options.filter((option) => option !== 'language');
  return (
    <div className={styles.choices}>
      <fieldset className={styles.targets}>
        <legend>{words.target}</legend>
        {exporters.map((each) => (
          <label key={each.id}>
            <input type="radio" name="target" checked={each === exporter} onChange={() => onExporter(each)} />
            {each.name}
          </label>
        ))}
      </fieldset>
      <p className={styles.about}>{exporter.about[language]}</p>
      {exporter.options.length > 0 && (
        <fieldset className={styles.options}>
          <legend>{words.options}</legend>
          {parts.map((option) => (
            <label key={option}>
              <input
                type="checkbox"
                checked={choices[option]}
                onChange={({ target }) => onChoices({ [option]: target.checked })}
              />
              {words[option]}
            </label>
          ))}
          {exporter.options.includes('language') && (
            <label>
              {words.language}
              <select
                value={choices.language}
                onChange={({ target }) => onChoices({ language: target.value === 'ko' ? 'ko' : 'en' })}
              >
                {languages.map((each) => (
                  <option key={each} value={each} lang={each}>
                    {words[each]}
                  </option>
                ))}
              </select>
            </label>
          )}
        </fieldset>
      )}
    </div>
  );
}
