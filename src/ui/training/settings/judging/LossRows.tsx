import { type LossName, type LossSettings, lossRecord, lossValues } from '../../../../document/training/losses';
import { FieldControl } from '../../../fields/FieldControl';
import { useServices } from '../../../services';
import { SettingRow } from '../SettingRow';
import { fieldOf } from '../fieldOf';

interface LossRowsProps {
  readonly loss: LossName | 'auto';
  readonly chosen: LossSettings;
  /** The name that a control carries. */
  readonly label: (key: string) => string;
  readonly onSet: (settings: LossSettings, key: string) => void;
}

/** A loss's own settings, by Keras's names. */
export function LossRows({ loss, chosen, label, onSet }: LossRowsProps) {
  const { editor } = useServices();
  if (loss === 'auto') return null;
  const values = lossValues(loss, chosen);
  return Object.entries(lossRecord(loss).settings ?? {}).map(([key, setting]) => (
    <SettingRow key={`${loss} ${key}`} label={key}>
      <FieldControl
        field={fieldOf(setting)}
        value={values[key]}
        label={label(key)}
        onValue={(next) => onSet({ ...values, [key]: next as number | boolean }, key)}
        onEnd={() => editor.seal()}
      />
    </SettingRow>
  ));
}
