import { useMemo } from 'react';
import { notebookCells } from '../../exporters/notebook/readCells';
import { Code } from './Code';
import { Markdown } from './Markdown';
import styles from './Notebook.module.css';

/** A notebook of ours as Jupyter shows it: words, pictures and code; nothing in it runs. `level`: of its first heading. */
export function Notebook({ text, level }: { readonly text: string; readonly level: number }) {
  const cells = useMemo(() => notebookCells(text), [text]);
  return (
    <div className={styles.notebook}>
      {cells.map((cell) => {
        if (cell.kind === 'markdown') {
          return (
            <div key={cell.id} className={styles.words}>
              <Markdown text={cell.text} pictures={cell.pictures ?? {}} level={level} />
            </div>
          );
        }
        return (
          <div key={cell.id} className={styles.cell}>
            <Code text={cell.text} colours="python" />
          </div>
        );
      })}
    </div>
  );
}
