import { expectedFacts } from '../../data/tables/taking/expectedFacts';
import type { TableNote } from '../../data/tables/taking/notes';
import type { TableLook } from '../../editor/own/tableLook';
import { tableDialogWords } from '../../i18n/tables/tableDialog';
import { Button } from '../kit/Button';
import { useServices, useWords } from '../services';
import { useFits, useTakeTable } from './useTakeTable';
import styles from './TableDialog.module.css';

interface TableFootProps {
  readonly look: TableLook;
  readonly notes: readonly TableNote[];
}

/** Takes the table, with a model that fits it where the open one does not; or leaves it. */
export function TableFoot({ look, notes }: TableFootProps) {
  const { session } = useServices();
  const words = useWords(tableDialogWords);
  const take = useTakeTable();
  const fits = useFits()(expectedFacts(look.survey, look.choices));
  const obstacle = notes.some(({ level }) => level === 'blocks') ? words.blocked : null;
  return (
    <div className={styles.foot}>
      {!fits && <p className={styles.hint}>{words.takeWithModelAbout}</p>}
      <Button tone="quiet" onClick={() => session.open(null)}>
        {words.cancel}
      </Button>
      <Button tone={fits ? 'primary' : 'plain'} obstacle={obstacle} onClick={() => void take(false)}>
        {words.take}
      </Button>
      {!fits && (
        <Button tone="primary" obstacle={obstacle} onClick={() => void take(true)}>
          {words.takeWithModel}
        </Button>
      )}
    </div>
  );
}
