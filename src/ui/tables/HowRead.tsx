import type { DecimalMark } from '../../data/tables/columns/numberCell';
import { encodings } from '../../data/tables/reading/encoding';
import { separators } from '../../data/tables/reading/splitLine';
import type { Said } from '../../data/tables/survey';
import type { TableLook } from '../../editor/own/tableLook';
import { tableDialogWords } from '../../i18n/tables/tableDialog';
import { encodingNames, markNames, separatorNames } from '../../i18n/tables/tableWords';
import fields from '../fields/Fields.module.css';
import { useLanguage, useWords } from '../services';
import styles from './TableDialog.module.css';

const marks: readonly DecimalMark[] = ['.', ','];

interface ListProps<V extends string> {
  readonly label: string;
  readonly options: readonly V[];
  readonly value: V;
  readonly names: Readonly<Record<V, string>>;
  readonly onValue: (value: V) => void;
}

function List<V extends string>({ label, options, value, names, onValue }: ListProps<V>) {
  return (
    <label>
      {label}
      <select className={fields.input} value={value} onChange={({ target }) => onValue(target.value as V)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {names[option]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How a file is read; what is changed here reads it again. */
export function HowRead({ look, onSaid }: { readonly look: TableLook; readonly onSaid: (said: Said) => void }) {
  const words = useWords(tableDialogWords);
  const language = useLanguage();
  const { how } = look.survey;
  const say = (said: Said) => onSaid({ ...look.said, ...said });
  return (
    <section aria-label={words.how}>
      <h3>{words.how}</h3>
      <div className={styles.choices}>
        <List
          label={words.encoding}
          options={encodings}
          value={how.encoding}
          names={encodingNames[language]}
          onValue={(encoding) => say({ encoding })}
        />
        {how.layout.format === 'separated' && (
          <List
            label={words.separator}
            options={separators}
            value={how.layout.separator}
            names={separatorNames[language]}
            onValue={(separator) => say({ separator })}
          />
        )}
        <List
          label={words.decimal}
          options={marks}
          value={how.decimal}
          names={markNames[language]}
          onValue={(decimal) => say({ decimal })}
        />
        {how.layout.format === 'separated' && (
          <label>
            <input type="checkbox" checked={how.header} onChange={({ target }) => say({ header: target.checked })} />
            {words.header}
          </label>
        )}
      </div>
    </section>
  );
}
