import { useMemo, useRef, useState } from 'react';
import { summaryText } from '../../compile/numbers/summary';
import { summaryCsv, tableRows } from '../../compile/numbers/summaryTable';
import { safeFileName } from '../../formats/file';
import { summaryWords } from '../../i18n/panels/summary';
import { useEditor, useLanguage, useWords } from '../services';
import { Button } from '../kit/Button';
import { useCopy } from '../kit/useCopy';
import { PanelFrame } from '../kit/PanelFrame';
import { download } from '../kit/download';
import { countText } from '../../i18n/numbers';
import { SummaryGrid } from './SummaryGrid';
import styles from './SummaryPanel.module.css';
import { type Sorting, nextSorting, shownRows } from './tableView';

/** Every layer with all its numbers: to sort, to filter, to copy and to take away. */
export default function SummaryPanel() {
  const words = useWords(summaryWords);
  const language = useLanguage();
  const plan = useEditor((state) => state.plan);
  const batchSize = useEditor((state) => state.document.training.batchSize);
  const [filter, setFilter] = useState('');
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => tableRows(plan), [plan]);
  const shown = useMemo(() => shownRows(rows, { filter, sorting, expanded }), [rows, filter, sorting, expanded]);
  const copy = useCopy(words);
  const save = () =>
    download(
      `${safeFileName(plan.title)}-summary.csv`,
      // A spreadsheet takes a file with this mark for UTF-8.
      new Blob(['\ufeff', summaryCsv(plan, batchSize)], { type: 'text/csv' }),
    );
  const turn = (key: string) =>
    setExpanded((open) => new Set(open.has(key) ? [...open].filter((other) => other !== key) : [...open, key]));
  const tools = (
    <>
      <input
        type="search"
        className={styles.filter}
        placeholder={words.filter}
        aria-label={words.filter}
        value={filter}
        onChange={({ target }) => setFilter(target.value)}
      />
      <span className={styles.note}>{words.note(countText(batchSize, language))}</span>
      <Button small icon="copy" title={words.copyTextHelp} onClick={() => void copy(summaryText(plan))}>
        {words.copyText}
      </Button>
      <Button small icon="copy" onClick={() => void copy(summaryCsv(plan, batchSize))}>
        {words.copyCsv}
      </Button>
      <Button small icon="download" onClick={save}>
        {words.downloadCsv}
      </Button>
    </>
  );
  const nothing = rows.length === 0 ? words.empty : words.none;
  return (
    <PanelFrame title={words.summary} tools={tools}>
      <div className={styles.scroller} ref={scroller}>
        {shown.length === 0 ? (
          <p className={styles.nothing}>{nothing}</p>
        ) : (
          <SummaryGrid
            rows={shown}
            steps={plan.steps}
            batchSize={batchSize}
            sorting={sorting}
            expanded={expanded}
            scroller={scroller}
            onSort={(column) => setSorting((now) => nextSorting(now, column))}
            onTurn={turn}
          />
        )}
      </div>
    </PanelFrame>
  );
}
