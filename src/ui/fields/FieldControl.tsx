import type { Field } from '../../brick/fields';
import { type Named, type NamedRole, namedTables } from '../../brick/named';
import { inspectorWords } from '../../i18n/inspector';
import { useWords } from '../services';
import { Part } from '../kit/Part';
import { Choice } from './Choice';
import styles from './Fields.module.css';
import { LayerBoxes, LayerChoice } from './LayerChoice';
import { NamedControl } from './NamedControl';
import { TextValue } from './TextValue';
import { allowedWords } from './allowedWords';

const ownFileField = () => import('./OwnFileField');

export interface FieldControlProps {
  readonly field: Field;
  readonly value: unknown;
  readonly label: string;
  /** Several bricks are selected and their values differ. */
  readonly mixed?: boolean;
  readonly describedBy?: string | undefined;
  /** Names of the layers inside the brick, where it is a whole model. */
  readonly layers?: readonly string[] | undefined;
  readonly onValue: (value: unknown) => void;
  readonly onEnd: () => void;
}

/** The control for one kind of parameter; templates' options and optimizers use it too. */
export function FieldControl(props: FieldControlProps) {
  const { field, value, label, mixed = false, describedBy, layers = [], onValue, onEnd } = props;
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
  if (field.kind === 'text')
    return (
      <Part
        load={ownFileField}
        props={{
          value: mixed ? null : String(value),
          label,
          describedBy,
          onChoose(id) {
            onValue(id);
            onEnd();
          },
        }}
      />
    );
  if (field.kind === 'layerName') return <LayerChoice {...props} mixed={mixed} layers={layers} />;
  if (field.kind === 'layerNames') return <LayerBoxes {...props} mixed={mixed} layers={layers} />;
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
