import { shellWords } from '../../i18n/shell';
import { useServices, useWords } from '../services';
import styles from './FoldButton.module.css';
import { Icon } from '../kit/Icon';

/** A tab at the canvas's edge that folds the palette or the inspector away, and brings it back. */
export function FoldButton({ side, open }: { readonly side: 'left' | 'right'; readonly open: boolean }) {
  const { preferences } = useServices();
  const words = useWords(shellWords);
  const left = side === 'left';
  const name = left ? (open ? words.foldPalette : words.openPalette) : open ? words.foldInspector : words.openInspector;
  return (
    <button
      type="button"
      className={styles.tab}
      data-side={side}
      aria-label={name}
      aria-expanded={open}
      title={name}
      onClick={() => preferences.setState(left ? { paletteOpen: !open } : { inspectorOpen: !open })}
    >
      <Icon name={left === open ? 'left' : 'right'} size={14} />
    </button>
  );
}
