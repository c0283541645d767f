import { inspectorWords } from '../../i18n/inspector';
import { useWords } from '../services';
import { Choice } from './Choice';
import styles from './Fields.module.css';

interface LayerChoiceProps {
  /** Names of the layers inside the brick. */
  readonly layers: readonly string[];
  readonly value: unknown;
  readonly label: string;
  readonly mixed: boolean;
  readonly describedBy?: string | undefined;
  readonly onValue: (value: unknown) => void;
  readonly onEnd: () => void;
}

/** One of the layers inside a brick; the first while none is chosen. */
export function LayerChoice({ layers, value, label, mixed, describedBy, onValue, onEnd }: LayerChoiceProps) {
  const words = useWords(inspectorWords);
  return (
    <Choice
      options={['', ...layers]}
      value={mixed ? null : String(value)}
      label={label}
      describedBy={describedBy}
      text={(name) => (name === '' ? words.firstLayer : name)}
      onValue={(next) => {
        onValue(next);
        onEnd();
      }}
    />
  );
}

/** Some of the layers inside a brick, each with a box to tick. */
export function LayerBoxes({ layers, value, label, mixed, describedBy, onValue, onEnd }: LayerChoiceProps) {
  const words = useWords(inspectorWords);
  const chosen = new Set(!mixed && Array.isArray(value) ? (value as readonly string[]) : []);
  const strange = [...chosen].filter((name) => !layers.includes(name));
  const all = [...layers, ...strange];
  const tick = (name: string, on: boolean) => {
    onValue(all.filter((each) => (each === name ? on : chosen.has(each))));
    onEnd();
  };
  return (
    <details className={styles.boxes}>
      <summary aria-label={label}>{words.layersChosen(chosen.size)}</summary>
      <fieldset aria-label={label} aria-describedby={describedBy}>
        {all.map((name) => (
          <label key={name}>
            <input type="checkbox" checked={chosen.has(name)} onChange={({ target }) => tick(name, target.checked)} />
            {name}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
