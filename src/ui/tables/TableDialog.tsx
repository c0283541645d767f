import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { TableLook } from '../../editor/own/tableLook';
import { tableDialogWords } from '../../i18n/tables/tableDialog';
import { tableTroubleText } from '../../i18n/troubles/tableTrouble';
import { Button } from '../kit/Button';
import { Modal } from '../kit/Modal';
import said from '../kit/Said.module.css';
import { useLanguage, useServices, useWords } from '../services';
import { ColumnList } from './ColumnList';
import { HowRead } from './HowRead';
import { TableFoot } from './TableFoot';
import { TableNotes } from './TableNotes';
import { TableOptions } from './TableOptions';
import { TablePaste } from './TablePaste';
import { TablePreview } from './TablePreview';
import { TableSplit } from './TableSplit';
import { Task } from './Task';
import { useNotes } from './useNotes';
import styles from './TableDialog.module.css';

/** A table of one's own, looked at before it is taken: how it is read, what its columns are, what is predicted. */
export default function TableDialog() {
  const { data } = useServices();
  const words = useWords(tableDialogWords);
  const language = useLanguage();
  const { look, reading, trouble } = useStore(data.store);
  useEffect(() => () => data.leave(), [data]);
  const count = (value: number) => value.toLocaleString('en-US');
  const size = look && words.size(count(look.survey.rows), count(look.survey.columns.length));
  const name = reading?.name ?? look?.file.name;
  return (
    <Modal
      title={name === undefined ? words.title : words.titleOf(name)}
      about={size ?? words.paste}
      size={look === null ? 'middle' : 'wide'}
    >
      <div className={styles.dialog}>
        {reading !== null && (
          <div className={styles.reading}>
            <progress className={said.bar} aria-label={words.reading(reading.name)} max={1} value={reading.share} />
            <Button small onClick={() => data.cancel()}>
              {words.cancel}
            </Button>
          </div>
        )}
        {trouble !== null && (
          <p className={said.trouble} role="alert">
            {trouble.name !== '' && <b>{trouble.name} </b>}
            {tableTroubleText(trouble.trouble, language)}
          </p>
        )}
        {look === null && reading === null && <TablePaste onFile={(file) => void data.look({ file })} />}
        {look !== null && <Look look={look} busy={reading !== null} />}
      </div>
    </Modal>
  );
}

function Look({ look, busy }: { readonly look: TableLook; readonly busy: boolean }) {
  const { data } = useServices();
  const notes = useNotes(look);
  const { survey, choices, file } = look;
  return (
    <fieldset className={styles.look} disabled={busy}>
      <TableNotes notes={notes} />
      <Task look={look} onChoices={data.choose} />
      <TableSplit look={look} onChoices={data.choose} />
      <TableOptions choices={choices} notes={notes} onChoices={data.choose} />
      <ColumnList look={look} onChoices={data.choose} />
      <HowRead look={look} onSaid={(told) => void data.look({ file, said: told })} />
      <TablePreview survey={survey} />
      <TableFoot look={look} notes={notes} />
    </fieldset>
  );
}
