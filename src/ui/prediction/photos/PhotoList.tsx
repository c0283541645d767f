import { useRef } from 'react';
import { predictionWords } from '../../../i18n/panels/prediction';
import { useWords } from '../../services';
import { ScrollRegion } from '../../kit/ScrollRegion';
import { Thumbnail } from '../../samples/Thumbnail';
import { percentText } from '../../../i18n/numbers';
import { useWindow } from '../../kit/useWindow';
import { topAnswers } from '../../samples/topAnswers';
import { useAnswerNames } from '../../samples/useAnswerNames';
import type { PhotoAnswer } from '../../../editor/run/answerPhotos';
import styles from './Photos.module.css';

const rowHeight = 48;

/** Photos with their answers; only the rows in sight are drawn. */
export function PhotoList({ list, count }: { readonly list: readonly PhotoAnswer[]; readonly count: number }) {
  const words = useWords(predictionWords);
  const scroller = useRef<HTMLElement>(null);
  const { first, last } = useWindow(scroller, rowHeight, list.length);
  const shown = list.slice(first, last);
  return (
    <ScrollRegion region={scroller} className={styles.scroller} label={words.answersOf} reachable={list.length > 0}>
      {list.length === 0 && <p className={styles.wait}>{words.noPhotos}</p>}
      <ol className={styles.list} style={{ height: list.length * rowHeight }}>
        {shown.map((photo, place) => (
          <li
            key={first + place}
            aria-setsize={list.length}
            aria-posinset={first + place + 1}
            style={{ transform: `translateY(${(first + place) * rowHeight}px)`, height: rowHeight }}
          >
            <PhotoRow photo={photo} count={count} />
          </li>
        ))}
      </ol>
    </ScrollRegion>
  );
}

function PhotoRow({ photo, count }: { readonly photo: PhotoAnswer; readonly count: number }) {
  const words = useWords(predictionWords);
  const nameOf = useAnswerNames();
  const [values] = photo.outputs;
  const { kind, answers } = topAnswers(values ?? [], count);
  const text = (value: number) => (kind === 'probabilities' ? percentText(value) : value.toPrecision(4));
  const named = nameOf(values?.length ?? 0);
  const [best, ...others] = answers;
  const without = photo.state === 'unreadable' ? words.unreadable : kind === 'none' ? words.notNumber : words.waiting;
  return (
    <>
      {photo.state === 'unreadable' ? (
        <span className={styles.thumbnail} />
      ) : (
        <Thumbnail file={photo.file} className={styles.thumbnail!} />
      )}
      <span className={styles.name} title={photo.file.name}>
        {photo.file.name}
        {photo.nothing && (
          <small className={styles.nothing} title={words[photo.nothing]}>
            {words[`${photo.nothing}Short`]}
          </small>
        )}
      </span>
      {best === undefined ? (
        <span className={styles.muted}>{without}</span>
      ) : (
        <span className={styles.answers}>
          <b>{named(best.index)}</b> {text(best.value)}
          {others.length > 0 && (
            <span className={styles.muted}>
              {others.map(({ index, value }) => `${named(index)} ${text(value)}`).join(' · ')}
            </span>
          )}
        </span>
      )}
    </>
  );
}
