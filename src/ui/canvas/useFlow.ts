import { useMemo, useState } from 'react';
import type { Library } from '../../document/template';
import type { EditorState } from '../../editor/store';
import { useEditor, useServices } from '../services';
import { type Flow, flowOf } from './flowNodes';

/** React Flow's nodes and edges, derived anew from the editor's state at every change. */
export function useFlow(): Flow {
  const { library } = useServices();
  const state = useEditor((all) => all);
  const [derive] = useState(rememberingFlow);
  return useMemo(() => derive(state, library), [derive, state, library]);
}

/** `flowOf` that knows its last answer, so that what did not change stays the same object. */
function rememberingFlow() {
  let before: Flow | null = null;
  return (state: EditorState, library: Library): Flow => {
    before = flowOf(state, library, before);
    return before;
  };
}
