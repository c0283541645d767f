import { NodeToolbar, Position, type ReactFlowState, useStore } from 'reactflow';
import { useStore as useSession } from 'zustand';
import type { Issue } from '../../../compile/issue';
import { depth } from '../../../layout/geometry';
import { useServices } from '../../services';
import { IssueList } from '../../problems/IssueList';
import styles from './ProblemCard.module.css';

/** Room that the card takes beside its brick, in pixels of the window. */
const room = 330;

/**
 * Message of the first broken brick: what was expected, what came, and the way out. Keeps its size at every zoom. Where the
 * list of problems is open it says the same, and the card would only lie over the model.
 */
export function ProblemCard({ id, issue }: { readonly id: string; readonly issue: Issue }) {
  const { session } = useServices();
  const listed = useSession(session.store, ({ panel }) => panel === 'problems');
  const side = useStore((state) => freeSide(state, id));
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

/** The side of the brick on which the card is not cut off; to the right where there is room. */
function freeSide({ nodeLookup, transform: [left, , zoom], width }: ReactFlowState, id: string): Position {
  const node = nodeLookup.get(id);
  if (!node) return Position.Right;
  const { x } = node.internals.positionAbsolute;
  if ((x + (node.width ?? 0) + depth.x) * zoom + left + room < width) return Position.Right;
  return x * zoom + left > room ? Position.Left : Position.Bottom;
}
