import { useLayoutEffect } from 'react';
import { Part } from '../../kit/Part';
import { keepTyped } from '../../kit/typedAhead';
import { useCanvas, useCanvasStore } from '../canvasStore';

const list = () => import('./QuickAddList');

/** The list of bricks at the pointer; its code comes when it is first asked for. */
export function QuickAdd({ focusItem }: { readonly focusItem: (id: string) => void }) {
  const canvas = useCanvasStore();
  const request = useCanvas((state) => state.quickAdd);
  const wanted = request !== null;
  useLayoutEffect(() => (wanted ? keepTyped() : undefined), [wanted]);
  if (request === null) return null;
  const close = () => canvas.setState({ quickAdd: null });
  return <Part key={`${request.at.x} ${request.at.y}`} load={list} props={{ request, focusItem }} onClose={close} />;
}
