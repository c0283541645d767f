import { useStore } from 'zustand';
import { cutWords } from '../../i18n/panels/cut';
import { useLanguage, useServices, useWords } from '../services';
import { bytesText, countText } from '../../i18n/numbers';
import styles from './Progress.module.css';

/** What is worked out before the first epoch; then where the frozen part of the model ends and what keeping its outputs saves, or why nothing is kept. */
export function CutNote() {
  const { runner } = useServices();
  const words = useWords(cutWords);
  const language = useLanguage();
  const cut = useStore(runner.store, (state) => state.cut);
  const adapting = useStore(runner.store, (state) => state.adapting);
  const features = useStore(runner.store, (state) => state.features);
  const count = (value: number) => countText(value, language);
  const share = adapting ?? features;
  if (share !== null) {
    const said = (adapting === null ? words.computing : words.adapting)(count(share.done), count(share.total));
    return (
      <div className={styles.progress}>
        <progress className={styles.bar} aria-label={said} max={share.total} value={share.done} />
        <p className={styles.text}>{said}</p>
      </div>
    );
  }
  // A model without a frozen part has nothing to say about it.
  if (cut === null || cut === 'nothingFrozen') return null;
  if (typeof cut === 'string') return <p className={styles.text}>{words[cut]}</p>;
  return (
    <p className={styles.text}>
      {words.kept(cut.frozen, cut.layers.join(', '), count(cut.computed), count(cut.reused))}{' '}
      {words.saved(bytesText(cut.bytes), words[cut.where], cut.savedPerEpoch.toFixed(1))}
      {cut.full && ` ${words.full}`}
    </p>
  );
}
