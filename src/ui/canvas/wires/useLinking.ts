import { useCallback } from 'react';
import type { OnConnectEnd, OnConnectStart } from 'reactflow';
import type { Document } from '../../../document/document';
import { connect, connectWith } from '../../../document/edits';
import { useServices } from '../../services';
import { type ScreenPoint, useCanvasStore } from '../canvasStore';
import { pointOf } from '../moving/dropTarget';
import { type Verdict, verdictsFrom, wireEnds } from './verdicts';

/** Item under a point of the window. */
export function itemAt(point: { readonly x: number; readonly y: number }): string | null {
  for (const element of document.elementsFromPoint(point.x, point.y)) {
    const item = element.closest<HTMLElement>('[data-item]')?.dataset['item'];
    if (item !== undefined) return item;
  }
  return null;
}

/** A brick that was put in front of another one gets it onto its studs, at the same place. */
function standing(before: Document, after: Document, to: string): Document {
  const target = after.nodes[to];
  const below = after.edges.find((edge) => edge.to === to && edge.port === 0)?.from ?? '';
  const fresh = after.nodes[below];
  if (!target || !fresh || target.stacked === true || Object.hasOwn(before.nodes, below)) return after;
  const nodes = { ...after.nodes, [below]: { ...fresh, at: target.at }, [to]: { ...target, stacked: true } };
  return { ...after, nodes };
}

/** Drawing wires with the pointer; a wire into the void asks for a brick that fits. */
export function useLinking() {
  const { editor, library } = useServices();
  const store = useCanvasStore();

  const begin = useCallback(
    (from: string) => {
      const { document, plan, towers } = editor.store.getState();
      const verdicts = verdictsFrom(document, library, plan, towers, from);
      store.setState({ linking: { from, verdicts, over: null, pointer: null }, refused: null });
      return verdicts;
    },
    [editor, library, store],
  );

  const make = useCallback(
    (from: string, to: string, verdict: Verdict): boolean => {
      const { document, towers } = editor.store.getState();
      const ends = wireEnds(document, from, to);
      if (verdict.ok) editor.edit(connect(library, ends.from, ends.to, towers));
      else if (verdict.fix) {
        const fixed = connectWith(verdict.fix, library, ends.from, ends.to, towers);
        editor.edit((before) => standing(before, fixed(before), ends.to));
      }
      return editor.store.getState().document !== document;
    },
    [editor, library],
  );

  const onConnectStart: OnConnectStart = useCallback(
    (_, { nodeId }) => {
      if (nodeId !== null) begin(nodeId);
    },
    [begin],
  );

  /** The wire that is being drawn ends on an item: it is made, or refused with the fix. */
  const end = useCallback(
    (to: string, at: ScreenPoint) => {
      const { linking } = store.getState();
      store.setState({ linking: null });
      if (!linking || to === linking.from) return;
      const verdict = linking.verdicts.get(to);
      if (verdict?.ok) make(linking.from, to, verdict);
      else if (verdict) store.setState({ refused: { from: linking.from, to, at, verdict } });
    },
    [make, store],
  );

  const onConnectEnd: OnConnectEnd = useCallback(
    (event) => {
      const { linking } = store.getState();
      const at = pointOf(event);
      const to = itemAt(at);
      if (to !== null) end(to, at);
      else store.setState({ linking: null, ...(linking ? { quickAdd: { at, from: linking.from, on: null } } : {}) });
    },
    [end, store],
  );

  const onPointerMove = useCallback(
    (event: React.PointerEvent) => {
      const { linking } = store.getState();
      if (!linking || (linking.pointer === null && linking.over !== null)) return;
      const pointer = pointOf(event);
      store.setState({ linking: { ...linking, pointer, over: itemAt(pointer) } });
    },
    [store],
  );

  return { begin, make, end, onConnectStart, onConnectEnd, onPointerMove };
}
