import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { predictionWords } from '../../../i18n/prediction';
import { useWords } from '../../services';
import { percentText } from '../../shell/numbers';
import { topAnswers } from '../topAnswers';
import { useAnswerNames } from '../useAnswerNames';
import type { PhotoAnswer } from './answerPhotos';
import styles from './Photos.module.css';

const rowHeight = 48;

/** Photos with their answers; only the rows in sight are drawn. */
export function PhotoList({ list, count }: { readonly list: readonly PhotoAnswer[]; readonly count: number }) {
  const words = useWords(predictionWords);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  if (list.length === 0) return <p className={styles.wait}>{words.noPhotos}</p>;
  return (
    // Focusable, so that the keyboard can scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroller} ref={scroller} tabIndex={0} role="region" aria-label={words.answersOf}>
      <ol className={styles.list} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <li
            key={index}
            aria-setsize={list.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)`, height: rowHeight }}
          >
            <PhotoRow photo={list[index]!} count={count} />
          </li>
        ))}
      </ol>
    </div>
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
  return (
    <>
      {photo.state === 'unreadable' ? <span className={styles.thumbnail} /> : <Thumbnail file={photo.file} />}
      <span className={styles.name} title={photo.file.name}>
        {photo.file.name}
      </span>
      {best === undefined ? (
        <span className={styles.muted}>{photo.state === 'unreadable' ? words.unreadable : words.waiting}</span>
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

function Thumbnail({ file }: { readonly file: File }) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(file);
    if (image.current) image.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [file]);
  return <img ref={image} className={styles.thumbnail} alt="" decoding="async" />;
}
