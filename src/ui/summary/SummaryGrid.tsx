import type { RefObject } from 'react';
import { activationsOf, multiplyAddsOf } from '../../compile/numbers/numbers';
import type { Step } from '../../compile/plan';
import type { TableRow } from '../../compile/numbers/summaryTable';
import { canvasActions } from '../../editor/commands/canvasActions';
import { costWords } from '../../i18n/costs';
import { summaryWords } from '../../i18n/panels/summary';
import { useEditor, useLanguage, useServices, useWords } from '../services';
import { bytesText, compactText, countText } from '../../i18n/numbers';
import styles from './SummaryPanel.module.css';
import { SummaryRow, rowHeight } from './SummaryRow';
import { type Column, type Sorting, columns } from './tableView';
import { useWindow } from '../kit/useWindow';

interface SummaryGridProps {
  readonly rows: readonly TableRow[];
  readonly steps: readonly Step[];
  readonly batchSize: number;
  readonly sorting: Sorting | null;
  readonly expanded: ReadonlySet<string>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onSort: (column: Column) => void;
  readonly onTurn: (key: string) => void;
}

/** The table itself; only the rows in view are on the page. */
export function SummaryGrid({ rows, steps, batchSize, sorting, expanded, scroller, onSort, onTurn }: SummaryGridProps) {
  const { editor } = useServices();
  const words = useWords(summaryWords);
  const { first, last } = useWindow(scroller, rowHeight, rows.length);
  const selected = useEditor((state) => state.selection.items);
  const itemOf = useEditor((state) => state.towers.itemOf);
  const show = (key: string) => {
    const [name] = key.split('/');
    const item = itemOf.get(key) ?? itemOf.get(name!);
    if (item === undefined) return;
    editor.select([item]);
    canvasActions()?.reveal(item);
  };
  return (
    <table className={styles.table} aria-rowcount={rows.length + 2}>
      <thead>
        <tr>
          {columns.map((column) => (
            <Header key={column} column={column} sorting={sorting} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        <Space height={first * rowHeight} />
        {rows.slice(first, last).map((row, index) => (
          <SummaryRow
            key={row.key}
            row={row}
            place={first + index + 2}
            batchSize={batchSize}
            selected={row.depth === 0 && selected.includes(itemOf.get(row.name) ?? row.name)}
            expanded={row.nested ? expanded.has(row.key) : null}
            onShow={show}
            onTurn={onTurn}
          />
        ))}
        <Space height={(rows.length - last) * rowHeight} />
      </tbody>
      <Totals steps={steps} batchSize={batchSize} label={words.total} />
    </table>
  );
}

const Space = ({ height }: { readonly height: number }) =>
  height > 0 && (
    <tr aria-hidden="true">
      <td colSpan={columns.length} className={styles.space} style={{ height }}>
        &nbsp;
      </td>
    </tr>
  );

interface HeaderProps {
  readonly column: Column;
  readonly sorting: Sorting | null;
  readonly onSort: (column: Column) => void;
}

function Header({ column, sorting, onSort }: HeaderProps) {
  const words = useWords(summaryWords);
  const order = sorting?.column === column ? (sorting.descending ? 'descending' : 'ascending') : 'none';
  return (
    <th scope="col" aria-sort={order} data-column={column}>
      <button type="button" title={words.sortBy(words[column])} onClick={() => onSort(column)}>
        {words[column]}
        <span aria-hidden="true">{{ none: '', ascending: ' ↑', descending: ' ↓' }[order]}</span>
      </button>
    </th>
  );
}

interface TotalsProps {
  readonly steps: readonly Step[];
  readonly batchSize: number;
  readonly label: (count: string) => string;
}

function Totals({ steps, batchSize, label }: TotalsProps) {
  const { unknown } = useWords(costWords);
  const language = useLanguage();
  const macs = multiplyAddsOf(steps);
  const activations = activationsOf(steps);
  const parameters = steps.reduce((sum, step) => sum + step.parameters, 0);
  const trainable = steps.reduce((sum, step) => sum + step.trainableParameters, 0);
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={3}>
          {label(countText(steps.length, language))}
        </th>
        <td data-column="parameters">{countText(parameters, language)}</td>
        <td data-column="trainable">{countText(trainable, language)}</td>
        <td data-column="multiplyAdds" title={macs === null ? undefined : countText(macs, language)}>
          {macs === null ? unknown : compactText(macs)}
        </td>
        <td data-column="activation">{activations === null ? unknown : bytesText(activations * batchSize)}</td>
        <td colSpan={2}>&nbsp;</td>
      </tr>
    </tfoot>
  );
}
