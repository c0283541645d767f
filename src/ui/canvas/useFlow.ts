import { useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Library } from '../../document/template';
import { useEditor, useServices } from '../services';
import { type Shown, type Flow, flowOf } from './flowNodes';

/** React Flow's nodes and edges, derived from the editor's state whenever what they show changes. */
export function useFlow(): Flow {
  const { library } = useServices();
  const shown = useEditor(
    useShallow(({ document, plan, towers, selection }) => ({ document, plan, towers, selection })),
  );
  const [derive] = useState(rememberingFlow);
  return useMemo(() => derive(shown, library), [derive, shown, library]);
}

/** `flowOf` that knows its last answer, so that what did not change stays the same object. */
function rememberingFlow() {
  let before: Flow | null = null;
  return (shown: Shown, library: Library): Flow => {
    before = flowOf(shown, library, before);
    return before;
  };
}
