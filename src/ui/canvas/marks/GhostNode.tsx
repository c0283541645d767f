import { memo } from 'react';
import { type NodeProps, NodeToolbar } from 'reactflow';
import { depth, studHeight } from '../../../layout/geometry';
import { BrickShape } from '../../brick/BrickArt';
import { useLanguage, useServices } from '../../services';
import { useIssueWords } from '../../problems/issueWords';
import { useFreeSide } from '../menus/useFreeSide';
import styles from './Marks.module.css';
import type { GhostFlowNode } from './marks';

/** Where a brick from the palette will stand when it is let go, and what then will not fit. */
export const GhostNode = memo(function GhostNode({ id, data }: NodeProps<GhostFlowNode>) {
  const { library } = useServices();
  const language = useLanguage();
  const side = useFreeSide(id);
  const { view, issue } = data.ghost;
  const issueWords = useIssueWords(issue !== null);
  const { look } = view;
  const tall = look.height + depth.y + studHeight;
  return (
    <div className={styles.ghost} data-ghost={view.name} data-broken={issue !== null}>
      <svg
        width={look.width + depth.x}
        height={tall}
        viewBox={`0 ${-tall} ${look.width + depth.x} ${tall}`}
        aria-hidden
      >
        <BrickShape {...look} selected={false} />
      </svg>
      {issue !== null && (
        <NodeToolbar nodeId={id} isVisible position={side} offset={30} className={styles.misfit}>
          {issueWords?.issueText(issue, language, library)}
        </NodeToolbar>
      )}
    </div>
  );
});
