import { Button } from '../../kit/Button';
import styles from './test/TestPart.module.css';
import type { useAsked } from './useAsked';

interface AskedProps {
  readonly asked: ReturnType<typeof useAsked>;
  readonly words: { readonly cancel: string; readonly progress: string };
  /** What the button says. */
  readonly label: string;
  readonly onAsk: () => void;
}

/** A button that asks the model, then how far the answer is with a way to end it. */
export function Asked({ asked, words, label, onAsk }: AskedProps) {
  const { asking, share, obstacle, cancel } = asked;
  if (asking) {
    return (
      <div className={styles.row}>
        <progress aria-label={words.progress} max={share?.total ?? 1} value={share?.done ?? 0} />
        <Button small onClick={cancel}>
          {words.cancel}
        </Button>
      </div>
    );
  }
  return (
    <>
      <Button small obstacle={obstacle} onClick={onAsk}>
        {label}
      </Button>
      {obstacle !== null && <p className={styles.note}>{obstacle}</p>}
    </>
  );
}
