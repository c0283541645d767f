import type { Field } from '../../brick/fields';
import { FieldControl } from '../fields/FieldControl';
import styles from './Gallery.module.css';

interface TemplateOptionProps {
  readonly name: string;
  /** What it is, in words. */
  readonly about: string;
  readonly field: Field;
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
}

/** One option of a template with its control. */
export function TemplateOption({ name, about, field, value, onValue }: TemplateOptionProps) {
  return (
    <div className={styles.option}>
      <span>
        {name}
        <small>{about}</small>
      </span>
      <FieldControl field={field} value={value} label={name} onValue={onValue} onEnd={() => undefined} />
    </div>
  );
}
