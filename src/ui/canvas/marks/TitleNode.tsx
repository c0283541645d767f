import { memo } from 'react';
import type { NodeProps } from 'reactflow';
import { canvasWords } from '../../../i18n/canvas';
import { countText } from '../../brick/faceText';
import { Icon } from '../../kit/Icon';
import { useWords } from '../../services';
import styles from './Marks.module.css';
import type { TitleFlowNode } from './marks';

/** The model's title over its bricks, with what of it is frozen. */
export const TitleNode = memo(function TitleNode({ data }: NodeProps<TitleFlowNode>) {
  const words = useWords(canvasWords);
  const { title, frozen, kept } = data;
  return (
    <div className={styles.title}>
      <p className={styles.name}>{title}</p>
      {frozen > 0 && (
        <p className={styles.frozen}>
          <Icon name="snow" size={12} /> {words.frozenParameters(countText(frozen), kept)}
        </p>
      )}
    </div>
  );
});
