import { NodeToolbar, Position } from 'reactflow';
import type { Issue } from '../../compile/issue';
import { IssueList } from '../problems/IssueList';
import styles from './ProblemCard.module.css';

/** Message of the first broken brick: what was expected, what came, and the way out. Keeps its size at every zoom. */
export function ProblemCard({ id, issue }: { readonly id: string; readonly issue: Issue }) {
  return (
    <NodeToolbar nodeId={id} isVisible position={Position.Right} offset={30} align="start" className={styles.card}>
      <IssueList issues={[issue]} />
    </NodeToolbar>
  );
}
