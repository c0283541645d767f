import { useCallback, useMemo, useState } from 'react';
import { Background, type EdgeTypes, type NodeTypes, ReactFlow, ReactFlowProvider } from 'reactflow';
import 'reactflow/dist/style.css';
import { canvasWords } from '../../i18n/canvas';
import { useEditor, useWords } from '../services';
import { touchOnly } from '../touchOnly';
import { BrickNode } from './BrickNode';
import styles from './Canvas.module.css';
import { CanvasControls } from './CanvasControls';
import { CanvasMenu } from './menus/CanvasMenu';
import { useBareDoubleClick } from './menus/useBareDoubleClick';
import { useCanvasMenu } from './menus/useCanvasMenu';
import { CutNode } from './marks/CutNode';
import { GhostNode } from './marks/GhostNode';
import { HullNode } from './marks/HullNode';
import { TitleNode } from './marks/TitleNode';
import { LinkLine } from './wires/LinkLine';
import { LinkTips } from './wires/LinkTips';
import { QuickAdd } from './menus/QuickAdd';
import { WireEdge } from './wires/WireEdge';
import { CanvasContext, createCanvasStore, useCanvas, useCanvasStore } from './canvasStore';
import { useDetail } from './detail';
import { useClicks } from './useClicks';
import { useLinking } from './wires/useLinking';
import { fitting } from './fitting';
import { useCanvasActions } from './useCanvasActions';
import { useFlow } from './useFlow';
import { useFocus } from './useFocus';
import { drawnAtMost, farthest } from './moving/useItemFocus';
import { useHolding } from './moving/useHolding';
import { usePaletteDrop } from './moving/usePaletteDrop';
import { usePinch } from './moving/usePinch';
import { useSelection } from './useSelection';

const nodeTypes: NodeTypes = { brick: BrickNode, hull: HullNode, title: TitleNode, cut: CutNode, ghost: GhostNode };
const edgeTypes: EdgeTypes = { wire: WireEdge };
const severalKeys = ['Shift', 'Meta', 'Control'];

/** Where the model is built: towers of bricks, wires between them, and everything that is done with them. */
export function Canvas() {
  const store = useMemo(() => createCanvasStore(), []);
  return (
    <ReactFlowProvider>
      <CanvasContext value={store}>
        <CanvasRegion />
      </CanvasContext>
    </ReactFlowProvider>
  );
}

function CanvasRegion() {
  const words = useWords(canvasWords);
  const [firstFit] = useState(fitting);
  const { menu, close, handlers } = useCanvasMenu();
  const store = useCanvasStore();
  const setFrame = useCallback((frame: HTMLElement | null) => store.setState({ frame }), [store]);
  const linking = useLinking();
  const { actions, focusItem } = useCanvasActions(linking);
  const flow = useFlow();
  const { nodes, onNodesDragged, ...dragging } = useHolding(flow, focusItem);
  const selecting = useSelection(onNodesDragged);
  const clicks = useClicks(focusItem, linking.end);
  const dropping = usePaletteDrop(focusItem);
  const doubleClick = useBareDoubleClick();
  useFocus(focusItem);
  usePinch();
  const focused = useCanvas((state) => state.focused);
  const items = useEditor(({ towers }) => towers.items.size);
  const [empty, sparse] = [items === 0, items > drawnAtMost];

  return (
    <section
      ref={setFrame}
      className={styles.canvas}
      aria-label={words.canvas}
      data-canvas
      data-detail={useDetail()}
      tabIndex={-1}
    >
      {sparse && focused !== null && (
        <button type="button" className={styles.goTo} onClick={() => focusItem(focused)}>
          {words.goTo(focused)}
        </button>
      )}
      <div
        role="presentation"
        className={styles.surface}
        {...handlers}
        onPointerMove={linking.onPointerMove}
        {...doubleClick}
        {...dropping}
      >
        {/* Every function given to it stays the same: a new one would make it draw all bricks anew. */}
        <ReactFlow
          nodes={nodes as typeof flow.nodes & never[]}
          edges={flow.edges as typeof flow.edges & never[]}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          connectionLineComponent={LinkLine}
          {...selecting}
          {...dragging}
          {...clicks}
          onConnectStart={linking.onConnectStart}
          onConnectEnd={linking.onConnectEnd}
          connectionRadius={30}
          nodesFocusable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          onlyRenderVisibleElements={sparse}
          deleteKeyCode={null}
          selectionKeyCode="Shift"
          multiSelectionKeyCode={severalKeys}
          zoomOnDoubleClick={false}
          elevateNodesOnSelect={false}
          nodeDragThreshold={4}
          minZoom={farthest(items)}
          maxZoom={2.5}
          fitView
          fitViewOptions={firstFit}
          attributionPosition="bottom-center"
        >
          <Background gap={24} size={1.6} color="var(--dots)" bgColor="var(--canvas)" />
          <CanvasControls actions={actions} />
        </ReactFlow>
        {empty && (
          <button type="button" className={styles.empty} onClick={actions.quickAdd}>
            {touchOnly() ? words.emptyTouch : words.empty}
          </button>
        )}
      </div>
      <LinkTips make={linking.make} focusItem={focusItem} />
      <QuickAdd focusItem={focusItem} />
      <CanvasMenu request={menu} close={close} />
    </section>
  );
}
