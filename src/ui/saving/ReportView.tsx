import { shapeText } from '../../brick/shape';
import { savingWords } from '../../i18n/saving';
import type { MatchReport } from '../../pretrained/matching/matchReport';
import { useWords } from '../services';
import styles from './Saving.module.css';

/** Names shown of each kind; VGG16's file would have dozens. */
const most = 12;

/** Which weights of a file found their place, and which did not. */
export function ReportView({ report }: { readonly report: MatchReport }) {
  const words = useWords(savingWords);
  const { loaded, missing, extra, wrongShape, byOrder } = report;
  const kinds = [
    [
      words.wrongShape,
      wrongShape.map(({ name, expected, got }) => words.shapes(name, shapeText(expected), shapeText(got))),
    ],
    [words.byOrder, byOrder.map((names) => names.join(', '))],
    [words.missing, missing],
    [words.extra, extra],
    [words.loaded, loaded],
  ] as const;
  return (
    <section className={styles.report} aria-label={words.report}>
      {kinds
        .filter(([, names]) => names.length > 0)
        .map(([title, names]) => (
          <details key={title(0)} open={names !== loaded && names.length <= most}>
            <summary>{title(names.length)}</summary>
            <ul>
              {names.slice(0, most).map((name) => (
                <li key={name}>{name}</li>
              ))}
              {names.length > most && <li>{words.more(names.length - most)}</li>}
            </ul>
          </details>
        ))}
    </section>
  );
}
