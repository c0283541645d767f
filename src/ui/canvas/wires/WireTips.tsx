import { useEffect, useRef } from 'react';
import { canvasWords } from '../../../i18n/canvas';
import { connectFixText } from '../../../i18n/troubles/connectFixText';
import { connectTroubleText } from '../../../i18n/troubles/issues';
import { useLanguage, useServices, useWords } from '../../services';
import { Button } from '../../kit/Button';
import styles from './WireTips.module.css';
import { useCanvas, useCanvasStore } from '../canvasStore';
import type { Verdict } from './verdicts';

export interface WireTipsProps {
  readonly make: (from: string, to: string, verdict: Verdict) => boolean;
  readonly focusItem: (id: string) => void;
}

/** What is said while a wire is drawn, and after it was dropped where it cannot be. */
export default function WireTips(props: WireTipsProps) {
  return (
    <>
      <LinkTip />
      <RefusedCard {...props} />
    </>
  );
}

/** Beside the pointer while a wire is drawn: why it cannot end on the brick under it. */
function LinkTip() {
  const linking = useCanvas((state) => state.linking);
  const language = useLanguage();
  const { library } = useServices();
  const verdict = linking?.over == null ? undefined : linking.verdicts.get(linking.over);
  if (!linking?.pointer || !verdict || verdict.ok || linking.over === linking.from) return null;
  const { x, y } = linking.pointer;
  return (
    <div className={styles.tip} style={{ left: Math.min(x + 16, window.innerWidth - 300), top: y + 16 }}>
      {connectTroubleText(verdict, language, library)}
    </div>
  );
}

/** After a wire was dropped where it cannot be: the reason once more, and the fix as one click. */
function RefusedCard({ make, focusItem }: WireTipsProps) {
  const refused = useCanvas((state) => state.refused);
  const store = useCanvasStore();
  const { library } = useServices();
  const words = useWords(canvasWords);
  const language = useLanguage();
  const card = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (!refused) return;
    card.current?.querySelector('button')?.focus();
    const leave = (event: KeyboardEvent | PointerEvent) => {
      const inside = event.target instanceof Node && card.current?.contains(event.target);
      if (event instanceof KeyboardEvent ? event.key !== 'Escape' : inside) return;
      store.setState({ refused: null });
      if (event instanceof KeyboardEvent) focusItem(refused.from);
    };
    window.addEventListener('keydown', leave, true);
    window.addEventListener('pointerdown', leave, true);
    return () => {
      window.removeEventListener('keydown', leave, true);
      window.removeEventListener('pointerdown', leave, true);
    };
  }, [focusItem, refused, store]);

  if (!refused || refused.verdict.ok) return null;
  const { from, to, at, verdict } = refused;
  const close = (id: string) => {
    store.setState({ refused: null });
    focusItem(id);
  };
  const apply = () => {
    make(from, to, verdict);
    close(to);
  };
  return (
    <dialog
      open
      ref={card}
      className={styles.card}
      aria-label={words.refused}
      style={{ left: Math.min(at.x, window.innerWidth - 316), top: Math.min(at.y + 12, window.innerHeight - 140) }}
    >
      <p>{connectTroubleText(verdict, language, library)}</p>
      <div className={styles.buttons}>
        {verdict.fix && (
          <Button small tone="primary" onClick={apply}>
            {connectFixText(verdict.fix, library, language)}
          </Button>
        )}
        <Button small onClick={() => close(from)}>
          {words.dismiss}
        </Button>
      </div>
    </dialog>
  );
}
