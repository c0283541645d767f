import { useRef, useState } from 'react';
import { comparisonWords } from '../../i18n/panels/comparison';
import { predictionWords } from '../../i18n/panels/prediction';
import { Choice } from '../fields/Choice';
import { answersImagenet } from '../../compile/nested/imagenetOutput';
import { answerCounts, topAnswers } from '../samples/topAnswers';
import { useAnswerNames } from '../samples/useAnswerNames';
import { useImagenetNames } from '../samples/useImagenetNames';
import { useWords } from '../services';
import { Button } from '../kit/Button';
import { Modal } from '../kit/Modal';
import { download } from '../kit/download';
import said from '../kit/Said.module.css';
import styles from './Comparison.module.css';
import { ComparisonTable } from './ComparisonTable';
import { PhotoChips } from './PhotoChips';
import { useComparison } from './useComparison';
import { useContestants } from './useContestants';

/** Several models on the same photos, side by side. */
export default function ComparisonDialog() {
  const words = useWords(comparisonWords);
  const prediction = useWords(predictionWords);
  const choosable = useContestants();
  const { comparison, busy, compare, cancel } = useComparison();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [photos, setPhotos] = useState<readonly File[]>([]);
  const [count, setCount] = useState(5);
  const results = useRef<HTMLDivElement>(null);
  const imagenetNames = useImagenetNames(true);
  const datasetName = useAnswerNames();
  const chosen = choosable.filter(({ id }) => !left.has(id));
  const nameOf = (model: string, units: number, index: number) => {
    const plan = comparison?.plans.get(model);
    const imagenet = plan?.outputs.some((output) => answersImagenet(plan, output));
    return (imagenet && Array.isArray(imagenetNames) && imagenetNames[index]) || datasetName(units)(index);
  };
  const save = async () => {
    if (comparison === null) return;
    const { comparisonCsv } = await import('./comparisonCsv');
    const rows = comparison.photos.flatMap((photo, place) =>
      comparison.models.flatMap(({ id, title }) => {
        const contest = comparison.contests.get(id)!;
        const values = contest.answers[place] ?? [];
        return topAnswers(values, count).answers.map(({ index, value }, rank) => ({
          photo: photo.name,
          model: title,
          rank: rank + 1,
          class: nameOf(id, values.length, index),
          share: value,
          milliseconds: contest.milliseconds[place] ?? 0,
        }));
      }),
    );
    // A spreadsheet takes a file with this mark for UTF-8.
    download('comparison.csv', new Blob(['\ufeff', comparisonCsv(rows, words)], { type: 'text/csv' }));
  };
  const contests = [...(comparison?.contests.values() ?? [])];
  const done = contests.reduce(
    (sum, { answers, state }) => sum + (state === 'failed' ? photos.length : answers.length),
    0,
  );
  return (
    <Modal title={words.title} about={words.about} size="wide">
      <div className={styles.columns}>
        <div className={styles.form}>
          <fieldset className={styles.models} disabled={busy}>
            <legend>{words.models}</legend>
            {choosable.map(({ id, title }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={!left.has(id)}
                  onChange={({ target }) =>
                    setLeft(new Set(target.checked ? [...left].filter((each) => each !== id) : [...left, id]))
                  }
                />
                {title}
              </label>
            ))}
            {choosable.length < 2 && <p className={said.note}>{words.noneCached}</p>}
          </fieldset>
          <PhotoChips photos={photos} onPhotos={setPhotos} disabled={busy} />
          <Choice
            options={answerCounts.map(String)}
            value={String(count)}
            label={prediction.answerCount}
            text={(each) => prediction.best(Number(each))}
            onValue={(each) => setCount(Number(each))}
          />
          <div className={styles.buttons}>
            {busy ? (
              <Button onClick={cancel}>{words.cancel}</Button>
            ) : (
              <Button
                tone="primary"
                obstacle={chosen.length === 0 || photos.length === 0 ? words.missing : null}
                onClick={() => void compare(chosen, photos)}
              >
                {words.compare}
              </Button>
            )}
            {done > 0 && (
              <Button icon="download" onClick={() => void save()}>
                {words.saveCsv}
              </Button>
            )}
          </div>
          {busy && comparison === null && <progress className={styles.bar} aria-label={words.progress} />}
          {busy && comparison !== null && (
            <progress
              className={said.bar}
              aria-label={words.progress}
              max={Math.max(1, comparison.models.length * comparison.photos.length)}
              value={done}
            />
          )}
        </div>
        <div className={styles.results} ref={results} aria-live="polite" aria-busy={busy}>
          {comparison === null && <p className={said.note}>{prediction.noPhotos}</p>}
          {comparison?.unreadable.map((name) => (
            <p key={name} className={said.note}>
              {words.unreadable(name)}
            </p>
          ))}
          {comparison?.photos.map((photo, place) => (
            <ComparisonTable key={`${photo.name} ${place}`} {...{ comparison, place, count, nameOf }} />
          ))}
        </div>
      </div>
    </Modal>
  );
}
