import { NodeToolbar, Position } from 'reactflow';
import { useStore as useSession } from 'zustand';
import type { Issue } from '../../../compile/issue';
import { useServices } from '../../services';
import { IssueList } from '../../problems/IssueList';
import styles from './ProblemCard.module.css';
import { useFreeSide } from './useFreeSide';

/**
 * Message of the first broken brick: what was expected, what came, and the way out. Keeps its size at every zoom. Where the
 * list of problems is open it says the same, and the card would only lie over the model.
 */
export default function ProblemCard({ id, issue }: { readonly id: string; readonly issue: Issue }) {
  const { session } = useServices();
  const listed = useSession(session.store, ({ panel }) => panel === 'problems');
  const side = useFreeSide(id);
  if (listed) return null;
  return (
    <NodeToolbar
      nodeId={id}
      isVisible
      position={side}
      offset={side === Position.Right ? 30 : 16}
      align={side === Position.Left ? 'end' : side === Position.Right ? 'start' : 'center'}
      className={styles.card}
    >
      <IssueList issues={[issue]} />
    </NodeToolbar>
  );
}
