import styles from './Keys.module.css';
import { touchOnly } from '../touchOnly';
import { keyParts } from './keyParts';

interface KeysProps {
  readonly shortcut: string;
  /** Somebody has asked for the keys, with a key. */
  readonly asked?: boolean;
}

/** A shortcut as keys; nothing where there are none to press. */
export function Keys({ shortcut, asked = false }: KeysProps) {
  if (touchOnly() && !asked) return null;
  return (
    <span className={styles.keys}>
      {keyParts(shortcut).map((part) => (
        <kbd key={part}>{part}</kbd>
      ))}
    </span>
  );
}
