import { memo } from 'react';
import type { NodeProps } from 'reactflow';
import { canvasWords } from '../../../i18n/canvas';
import { useWords } from '../../services';
import styles from './Marks.module.css';
import type { CutFlowNode } from './marks';

/** The dashed line behind the frozen part of the model: what comes out there is computed once per sample. */
export const CutNode = memo(function CutNode({ data }: NodeProps<CutFlowNode>) {
  const words = useWords(canvasWords);
  return (
    <div className={styles.cut} data-side={data.side}>
      <span>{words.keptFeatures}</span>
    </div>
  );
});
