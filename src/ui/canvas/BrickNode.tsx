import { memo, useId, useState } from 'react';
import { Handle, type NodeProps, Position } from 'reactflow';
import { shapeText } from '../../brick/shape';
import { canvasWords } from '../../i18n/canvas';
import { depth, studHeight } from '../../layout/geometry';
import { BrickShape } from '../brick/BrickArt';
import { countText } from '../brick/faceText';
import type { ItemView } from '../brick/itemView';
import { useIssueWords } from '../problems/issueWords';
import { useEditor, useLanguage, useServices, useWords } from '../services';
import { ActivationBadge } from './badges/ActivationBadge';
import styles from './BrickNode.module.css';
import { useEditKey } from './useEditKey';
import { useFocusSelects } from './useFocusSelects';
import { FootLabel } from './FootLabel';
import { useBrickState } from './useBrickState';
import { type BrickFlowNode, handlePlaces } from './flowNodes';
import { type LoadPart, Part } from '../kit/Part';

/** Only of the brick that has the Tab stop. */
const neighbours: LoadPart<{ readonly id: string; readonly of: string }> = () => import('./Neighbours');

/** Few models have problems. */
export const problemCard = () => import('./menus/ProblemCard');

/** One brick or folded block on the canvas: the drawing, its accessible name, the ends of its wires, and its labels. */
export const BrickNode = memo(function BrickNode({ id, data, selected, dragging }: NodeProps<BrickFlowNode>) {
  const { view, foot, takes, room, speaks } = data;
  const { look } = view;
  const label = useItemLabel(view, selected);
  const about = useId();
  const { focused, target, landing } = useBrickState(id);
  const places = handlePlaces(look);
  const [hovered, setHovered] = useState(false);
  const edit = useEditKey(view);
  const focus = useFocusSelects(id);
  return (
    <div className={styles.whole} onPointerEnter={() => setHovered(true)} onPointerLeave={() => setHovered(false)}>
      <button
        type="button"
        className={styles.brick}
        tabIndex={focused ? 0 : -1}
        aria-label={label}
        aria-describedby={focused ? about : undefined}
        // Readers that browse pages hand the arrow keys on to a button that opens a menu, not to one that is pressed.
        aria-haspopup="menu"
        data-selected={selected}
        data-item={id}
        data-target={target}
        data-landing={landing}
        onKeyDown={edit}
        onFocus={focus}
      >
        <svg
          className={styles.picture}
          width={look.width + depth.x}
          height={look.height + depth.y + studHeight}
          viewBox={`0 ${-(look.height + depth.y + studHeight)} ${look.width + depth.x} ${look.height + depth.y + studHeight}`}
          aria-hidden="true"
        >
          <BrickShape {...look} selected={selected} />
        </svg>
      </button>
      {focused && <Part load={neighbours} props={{ id: about, of: id }} />}
      {/* React Flow measures where wires end by these classes; a real handle, with its listeners, comes with the pointer. */}
      <span className={`source ${styles.end}`} data-handlepos="right" style={placed(places.source)} />
      {takes && <span className={`target ${styles.end}`} data-handlepos="left" style={placed(places.target)} />}
      {(hovered || selected) && (
        <Handle
          type="source"
          position={Position.Right}
          className={styles.handle}
          style={placed(places.source)}
          data-item={id}
        />
      )}
      <ActivationBadge view={view} room={room} />
      {foot && !dragging && <FootLabel foot={foot} top={look.height} />}
      {speaks && view.issue && <Part load={problemCard} props={{ id, issue: view.issue }} />}
    </div>
  );
});

const placed = ({ x, y }: { readonly x: number; readonly y: number }) => ({ left: x, top: y });

function useItemLabel(view: ItemView, selected: boolean): string {
  const words = useWords(canvasWords);
  const language = useLanguage();
  const { library } = useServices();
  const issueWords = useIssueWords(view.issue !== null);
  // One alone is where the focus is.
  const amongOthers = useEditor(({ selection }) => selected && selection.items.length > 1);
  const output = view.shape ? shapeText(view.shape) : words.unknown;
  const problem = view.issue
    ? (issueWords?.issueText(view.issue, language, library) ?? '')
    : view.look.state === 'blocked'
      ? words.waits
      : '';
  return [
    words.brick(view.name, view.layer ?? words.block, output, countText(view.parameters)),
    view.sharesWith === null ? '' : words.shares(view.sharesWith),
    amongOthers ? words.selected : '',
    view.frozen ? words.frozen : '',
    view.bypassed ? words.bypassed : '',
    problem,
  ]
    .filter(Boolean)
    .join(', ');
}
