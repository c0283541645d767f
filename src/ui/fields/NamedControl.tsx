import { type Field, number } from '../../brick/fields';
import { type Named, type NamedRole, namedTables } from '../../brick/named';
import { inspectorWords } from '../../i18n/inspector';
import { useWords } from '../services';
import { Choice } from './Choice';
import styles from './Fields.module.css';
import { TextValue } from './TextValue';
import { allowedWords } from './allowedWords';

interface NamedControlProps {
  readonly role: NamedRole;
  readonly field: Field;
  /** `null` where several bricks differ. */
  readonly value: Named | null;
  readonly label: string;
  readonly describedBy?: string | undefined;
  readonly onValue: (value: Named) => void;
  readonly onEnd: () => void;
}

const setting = number(0, { step: 0.01 });

/** An initializer, regularizer or constraint, with the settings that it brings. */
export function NamedControl({ role, field, value, label, describedBy, onValue, onEnd }: NamedControlProps) {
  const words = useWords(inspectorWords);
  const { name, ...settings } = value ?? { name: null };
  return (
    <span className={styles.named}>
      <Choice
        options={field.options ?? []}
        value={name}
        label={label}
        describedBy={describedBy}
        onValue={(next) => {
          onValue({ name: next, ...namedTables[role][next] });
          onEnd();
        }}
      />
      {value !== null &&
        Object.entries(settings).map(([key, each]) => (
          <label key={key} className={styles.setting}>
            <span>{key}</span>
            <TextValue
              field={setting}
              value={each}
              label={`${label} ${key}`}
              allowed={allowedWords(setting, words)}
              onValue={(next) => onValue({ ...value, [key]: next as number })}
              onEnd={onEnd}
            />
          </label>
        ))}
    </span>
  );
}
