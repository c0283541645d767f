import type { Comparison } from '../../editor/run/comparing/comparePhotos';
import type { Contest } from '../../editor/run/comparing/comparison';
import { comparisonWords } from '../../i18n/panels/comparison';
import { engineTroubleText } from '../../i18n/troubles/engineTrouble';
import { topAnswers } from '../samples/topAnswers';
import { useLanguage, useWords } from '../services';
import { Thumbnail } from '../samples/Thumbnail';
import { percentText } from '../../i18n/numbers';
import styles from './Comparison.module.css';

interface ComparisonTableProps {
  readonly comparison: Comparison;
  /** Place of the photo. */
  readonly place: number;
  readonly count: number;
  readonly nameOf: (model: string, units: number, index: number) => string;
}

/** What every model says about one photo: a column for each, the likeliest class on top. */
export function ComparisonTable({ comparison, place, count, nameOf }: ComparisonTableProps) {
  const words = useWords(comparisonWords);
  const language = useLanguage();
  const { models, photos, contests } = comparison;
  const of = (id: string): Contest => contests.get(id)!;
  const answers = models.map(({ id }) => topAnswers(of(id).answers[place] ?? [], count).answers);
  const state = (contest: Contest) =>
    contest.error === null
      ? words[contest.state === 'done' ? 'waiting' : contest.state]
      : engineTroubleText(contest.error, language);
  const took = (id: string) => of(id).milliseconds[place];
  return (
    <table className={styles.table}>
      <caption>
        <Thumbnail file={photos[place]!} className={styles.thumbnail!} />
        {words.answersTo(photos[place]!.name)}
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.rank}</th>
          {models.map(({ id, title, doubt }) => (
            <th key={id} scope="col">
              {title}
              {doubt !== null && <small className={styles.doubt}>{words[doubt]}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: Math.max(1, ...answers.map(({ length }) => length)) }, (_, rank) => (
          <tr key={rank}>
            <th scope="row">{rank + 1}</th>
            {models.map(({ id }, column) => {
              const answer = answers[column]![rank];
              const units = of(id).answers[place]?.length ?? 0;
              if (answer === undefined) return <td key={id}>{rank === 0 && <i>{state(of(id))}</i>}</td>;
              return (
                <td key={id}>
                  <b>{nameOf(id, units, answer.index)}</b> <span>{percentText(answer.value)}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.time}</th>
          {models.map(({ id }) => (
            <td key={id}>{took(id) === undefined ? '–' : words.milliseconds(took(id)!.toFixed(0))}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">{words.loadTime}</th>
          {models.map(({ id }) => {
            const { loadSeconds } = of(id);
            return <td key={id}>{loadSeconds === null ? '–' : words.seconds(loadSeconds.toFixed(1))}</td>;
          })}
        </tr>
      </tfoot>
    </table>
  );
}
