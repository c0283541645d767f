import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Opening } from '../../editor/session';
import { openingWords } from '../../i18n/panels/opening';
import { Button } from '../kit/Button';
import { useServices, useWords } from '../services';
import styles from './Notices.module.css';

/** Milliseconds after which somebody wonders. */
const patience = 300;

/** How far the opening of a file is, and the way to end it; nothing where it takes a moment. */
export default function OpeningNotice({ opening }: { readonly opening: Opening }) {
  const { runner } = useServices();
  const words = useWords(openingWords);
  const loading = useStore(runner.store, (state) => state.loading);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patience);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  const text = words.opening(opening.name);
  return (
    <div className={styles.notice} data-tone="info">
      <p>
        {text}
        <progress
          className={styles.progress}
          aria-label={text}
          {...(loading === null ? {} : { max: loading.total, value: loading.done })}
        />
      </p>
      <Button small onClick={opening.cancel}>
        {words.cancel}
      </Button>
    </div>
  );
}
