import styles from './Keys.module.css';
import { keyParts } from './keyParts';

/** A shortcut as keys. */
export function Keys({ shortcut }: { readonly shortcut: string }) {
  return (
    <span className={styles.keys}>
      {keyParts(shortcut).map((part) => (
        <kbd key={part}>{part}</kbd>
      ))}
    </span>
  );
}
