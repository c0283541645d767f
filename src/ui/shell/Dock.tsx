import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Panel } from '../../editor/session';
import { shellWords } from '../../i18n/shell';
import { fixButtons } from '../problems/TroubleRow';
import { useServices, useWords } from '../services';
import styles from './Dock.module.css';
import { fetchAhead } from './fetchAhead';
import { isNarrow } from '../narrow';
import { type LoadPart, Part } from '../kit/Part';

const panels: Readonly<Record<Panel, LoadPart>> = {
  training: () => import('../training/TrainingPanel'),
  prediction: () => import('../prediction/PredictionPanel'),
  code: () => import('../code/CodePanel'),
  summary: () => import('../summary/SummaryPanel'),
  problems: () => import('../problems/ProblemsPanel'),
};

const least = 160;
/** The canvas keeps at least this share of the page's height. */
const most = () => Math.max(least, Math.round(window.innerHeight * 0.62));

/** The panel that is open, under the canvas; its upper edge can be dragged or moved with the arrow keys. */
export function Dock() {
  const { session } = useServices();
  const words = useWords(shellWords);
  const open = useStore(session.store, (state) => state.panel);
  const [height, setHeight] = useState(() =>
    Math.min(isNarrow() ? Math.round(window.innerHeight * 0.48) : 348, most()),
  );
  useEffect(
    () => fetchAhead([fixButtons, ...Object.values(panels).map((load) => async () => (await load()).ahead?.())]),
    [],
  );
  if (open === null) return null;
  const resize = (wanted: number) => setHeight(Math.max(least, Math.min(most(), wanted)));
  return (
    <div className={styles.dock} style={{ height }}>
      <button
        type="button"
        aria-label={words.panelHeight}
        title={words.panelHeight}
        className={styles.edge}
        onKeyDown={({ key }) => {
          if (key === 'ArrowUp') resize(height + 24);
          if (key === 'ArrowDown') resize(height - 24);
        }}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(height - event.movementY);
        }}
      />
      <Part
        key={open}
        load={panels[open]}
        props={{}}
        waiting={<output className={styles.wait}>{words.loadingPart}</output>}
      />
    </div>
  );
}
