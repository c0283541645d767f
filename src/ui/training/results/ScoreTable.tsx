import styles from './Confusion.module.css';

interface ScoreTableProps {
  /** What the table is called: shown above it, or only said where something else stands there. */
  readonly caption?: string;
  readonly label?: string;
  readonly titles: readonly string[];
  readonly rows: readonly { readonly measure: string; readonly cells: readonly string[] }[];
}

/** Scores, one a line, in the columns `titles`, of which the first is the measure's name. */
export function ScoreTable({ caption, label, titles, rows }: ScoreTableProps) {
  return (
    <table className={`${styles.confused} ${styles.scores}`} aria-label={label}>
      {caption !== undefined && <caption>{caption}</caption>}
      <thead>
        <tr>
          {titles.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ measure, cells }) => (
          <tr key={measure}>
            <th scope="row">{measure}</th>
            {cells.map((cell, at) => (
              <td key={titles[at + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
