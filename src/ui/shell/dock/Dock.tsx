import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { canvasActions } from '../../../editor/commands/canvasActions';
import type { Panel } from '../../../editor/session';
import { shellWords } from '../../../i18n/shell';
import { fixButtons } from '../../problems/TroubleRow';
import { useServices, useWords } from '../../services';
import styles from './Dock.module.css';
import LiveBricks from '../../live/LiveBricks';
import { fetchAhead } from '../fetchAhead';
import { type LoadPart, Part } from '../../kit/Part';
import ResizeEdge from './ResizeEdge';
import { useMadeWay } from './useMadeWay';
import { useDockSize } from './useDockSize';

const panels: Readonly<Record<Panel, LoadPart>> = {
  training: () => import('../../training/TrainingPanel'),
  prediction: () => import('../../prediction/PredictionPanel'),
  code: () => import('../../code/CodePanel'),
  summary: () => import('../../summary/SummaryPanel'),
  problems: () => import('../../problems/ProblemsPanel'),
};

/** The panel that is open, below the canvas or to its right; its edge can be dragged or moved with the arrow keys. */
export default function Dock() {
  const { session } = useServices();
  const words = useWords(shellWords);
  const open = useStore(session.store, (state) => state.panel);
  useMadeWay();
  const { side, size, ...bounds } = useDockSize();
  const sized = side === 'right' ? { width: size } : { height: size, '--dock-height': `${size}px` };
  useEffect(
    () => fetchAhead([fixButtons, ...Object.values(panels).map((load) => async () => (await load()).ahead?.())]),
    [],
  );
  // It comes after the canvas: a panel that is open from the start has taken room from what was fitted.
  const first = useRef(open);
  useEffect(() => {
    if (first.current === null) return;
    first.current = null;
    requestAnimationFrame(() => requestAnimationFrame(() => canvasActions()?.fit()));
  }, []);
  return (
    <>
      <LiveBricks />
      {open !== null && (
        <div className={styles.dock} data-side={side} style={sized}>
          <ResizeEdge
            label={side === 'right' ? words.panelWidth : words.panelHeight}
            side={side === 'right' ? 'left' : 'top'}
            {...bounds}
          />
          <Part
            key={open}
            load={panels[open]}
            props={{}}
            waiting={<output className={styles.wait}>{words.loadingPart}</output>}
          />
        </div>
      )}
    </>
  );
}
