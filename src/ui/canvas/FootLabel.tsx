import { shapeText } from '../../brick/shape';
import { canvasWords } from '../../i18n/canvas';
import { countText } from '../brick/faceText';
import { useWords } from '../services';
import { Icon } from '../kit/Icon';
import styles from './FootLabel.module.css';
import type { Foot } from '../brick/feet';
import { useUnfolding } from './useUnfolding';

/** Under a tower: its block's name with the fold button, what comes out, and how many parameters it has. */
export function FootLabel({ foot, top }: { readonly foot: Foot; readonly top: number }) {
  const words = useWords(canvasWords);
  return (
    <div className={styles.foot} style={{ top: top + 6 }}>
      {foot.block !== null && <BlockTitle block={foot.block} folded={foot.folded} color={foot.color} />}
      <div className={styles.fact}>
        {foot.shape && <span className={styles.shape}>→ {shapeText(foot.shape)}</span>}
        {foot.parameters > 0 && !foot.folded && (
          <span title={words.parameters(countText(foot.parameters))}>{countText(foot.parameters)}</span>
        )}
      </div>
    </div>
  );
}

interface BlockTitleProps {
  readonly block: string;
  readonly folded: boolean;
  readonly color: string;
}

/** A block's name as the button that folds and unfolds it. */
export function BlockTitle({ block, folded, color }: BlockTitleProps) {
  const words = useWords(canvasWords);
  const turn = useUnfolding();
  return (
    <button
      type="button"
      className={`${styles.title} nodrag nopan`}
      data-color={color}
      tabIndex={-1}
      aria-label={folded ? words.unfold(block) : words.fold(block)}
      aria-expanded={!folded}
      onClick={(event) => {
        event.stopPropagation();
        turn(block);
      }}
    >
      <span className={styles.name}>{block}</span>
      <Icon name={folded ? 'right' : 'down'} size={13} />
    </button>
  );
}
