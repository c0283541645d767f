import { useMemo } from 'react';
import styles from './Code.module.css';
import { highlighted } from './highlighted';

/** A text in its colours; `colours`: those of which language, null for none. */
export function Code({ text, colours }: { readonly text: string; readonly colours: string | null }) {
  const lines = useMemo(() => highlighted(text, colours), [text, colours]);
  return (
    <pre className={styles.code} data-prose={colours === 'markdown' || undefined}>
      <code>{lines}</code>
    </pre>
  );
}
