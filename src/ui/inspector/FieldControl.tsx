import type { Field } from '../../brick/fields';
import { type Named, type NamedRole, namedTables } from '../../brick/named';
import { inspectorWords } from '../../i18n/inspector';
import { useWords } from '../services';
import { Choice } from './Choice';
import styles from './Fields.module.css';
import { NamedControl } from './NamedControl';
import { TextValue } from './TextValue';
import { allowedWords } from './allowedWords';

export interface FieldControlProps {
  readonly field: Field;
  readonly value: unknown;
  readonly label: string;
  /** Several bricks are selected and their values differ. */
  readonly mixed?: boolean;
  readonly describedBy?: string | undefined;
  readonly onValue: (value: unknown) => void;
  readonly onEnd: () => void;
}

/** The control for one kind of parameter; templates' options and optimizers use it too. */
export function FieldControl({ field, value, label, mixed = false, describedBy, onValue, onEnd }: FieldControlProps) {
  const words = useWords(inspectorWords);
  if (Object.hasOwn(namedTables, field.kind))
    return (
      <NamedControl
        role={field.kind as NamedRole}
        field={field}
        value={mixed ? null : (value as Named)}
        label={label}
        describedBy={describedBy}
        onValue={onValue}
        onEnd={onEnd}
      />
    );
  if (field.kind === 'toggle')
    return (
      <input
        type="checkbox"
        role="switch"
        className={styles.switch}
        aria-label={label}
        aria-describedby={describedBy}
        checked={value === true && !mixed}
        aria-checked={value === true && !mixed}
        onChange={({ target }) => {
          onValue(target.checked);
          onEnd();
        }}
      />
    );
  if (field.kind === 'choice')
    return (
      <Choice
        options={field.options ?? []}
        value={mixed ? null : String(value)}
        label={label}
        describedBy={describedBy}
        onValue={(next) => {
          onValue(next);
          onEnd();
        }}
      />
    );
  return (
    <TextValue
      field={field}
      value={value}
      label={label}
      mixed={mixed ? words.mixed : null}
      allowed={allowedWords(field, words)}
      describedBy={describedBy}
      onValue={onValue}
      onEnd={onEnd}
    />
  );
}
